import type { RunningServer } from './start-server.ts'

/** What is printed once the server is ready: where it answers and how to sign in. Ten lines at most. */
export function startingLines({
  url,
  smtpPort,
  mailbox,
  demo,
  setUpCode,
  isSettingUp,
  notes,
}: RunningServer): readonly string[] {
  return [
    ...notes,
    `Desk      ${url}/desk`,
    `Charter   ${url}/charter`,
    `Mail      send to ${mailbox}, port ${smtpPort}`,
    ...(demo === undefined
      ? []
      : [
          `Sign in   ${demo.email}   password ${demo.password}   (shown this once; npx avow user password ${demo.email} makes another)`,
          `          with the same password: ${demo.colleagues.join(', ')}`,
          `Demo      ${demo.tickets} tickets of a made-up shop; Settings → Remove the demo`,
        ]),
    ...(isSettingUp
      ? [
          `Set up    ${url}/setup   ${setUpCode === undefined ? 'goes on where it was left' : `with the code ${setUpCode}`}`,
        ]
      : []),
    'Stop with Ctrl-C.',
  ]
}
