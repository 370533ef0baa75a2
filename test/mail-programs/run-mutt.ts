import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface MuttOptions {
  readonly program: string
  /** A folder of the customer's own. */
  readonly home: string
  /** Their Maildir. */
  readonly box: string
  readonly from: string
  /** Port of their mail server. */
  readonly port: number
  /** A word of the text of the mail that is answered: two mails of one second have no order by date. */
  readonly word: string
}

/**
 * Answers the mail with the word in its text as a person does in mutt: opens it, replies with the whole quoted below, writes above
 * it, sends. mutt wants a terminal, which script(1) gives it.
 */
export async function replyWithMutt(
  { program, home, box, from, port, word }: MuttOptions,
  text: string,
): Promise<void> {
  mkdirSync(home, { recursive: true })
  const editor = join(home, 'editor')
  writeFileSync(editor, `#!/bin/sh\n{ printf '%s\\n\\n' '${text}'; cat "$1"; } > "$1.new" && mv "$1.new" "$1"\n`)
  chmodSync(editor, 0o755)
  const settings = join(home, 'muttrc')
  writeFileSync(
    settings,
    `set from="${from}" realname="Carla Customer" use_from=yes
set smtp_url="smtp://127.0.0.1:${port}/" ssl_starttls=no ssl_force_tls=no
set editor="${editor}" autoedit=yes fast_reply=yes include=yes reply_to=yes abort_unmodified=no recall=no
set folder="${home}" spoolfile="${box}" postponed="${join(home, 'later')}"
set copy=no move=no delete=no quit=yes sort=date wait_key=no mark_old=no
push "<limit>~b${word}<enter><last-entry><reply>"
`,
  )
  const child = spawn('script', ['-qec', `${program} -F ${settings} -f ${box}`, '/dev/null'], {
    env: { PATH: process.env['PATH'], HOME: home, TERM: 'xterm', LANG: 'C.UTF-8' },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let shown = ''
  const steps = [
    { sees: 'Mutt: Compose', types: 'y' },
    { sees: 'Mail sent', types: 'q' },
  ]
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => {
      shown += part
      const [next] = steps
      if (next === undefined || !shown.includes(next.sees)) return
      steps.shift()
      child.stdin.write(next.types)
    })
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`mutt ended with ${code}:\n${shown}`)
}
