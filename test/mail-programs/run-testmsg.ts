import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { recordStrings } from '../../packages/server/src/channels/email/index.ts'
import type { DnsRecords } from '../../packages/server/test/dns-server.ts'

/** A mail, and what the DNS says of keys when it is looked at: values of TXT records by name. */
export interface ToTest {
  readonly raw: Buffer
  readonly keys: Readonly<Record<string, string>>
}

/** What `in-own-network.ts` is given. */
export interface TestmsgRuns {
  readonly program: string
  readonly runs: readonly { readonly mail: string; readonly records: DnsRecords }[]
}

/** How opendkim-testmsg ended (0: verified), and what it said; it says nothing of a mail that it verified. */
export interface TestmsgVerdict {
  readonly status: number | null
  readonly said: string
}

const SETTING_UP = 'ip link set lo up && mount --bind "$1" /etc/resolv.conf && shift && exec "$@"'

/** Why a network of our own with an /etc/resolv.conf of its own cannot be had here, or undefined where it can. */
export function whyNoOwnNetwork(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'opendkim-testmsg asks the DNS of the machine; only root on Linux gives it a network of its own'
  const { status, stderr, error } = spawnSync('unshare', ['--net', '--mount', 'true'], { encoding: 'utf8' })
  if (status === 0) return undefined
  return `no network of its own for opendkim-testmsg: ${(error?.message ?? stderr).trim()}`
}

/**
 * What opendkim-testmsg says of each mail, in a network of its own, in which the machine's DNS is one of ours that knows these
 * keys alone.
 */
export function verifyWithTestmsg(program: string, folder: string, mails: readonly ToTest[]): TestmsgVerdict[] {
  const runs = mails.map(({ raw, keys }, nr) => {
    const mail = join(folder, `testmsg-${nr}.eml`)
    writeFileSync(mail, raw)
    const records = Object.entries(keys).map(([name, value]) => [`TXT ${name}`, [{ strings: recordStrings(value) }]])
    return { mail, records: Object.fromEntries(records) as DnsRecords }
  })
  const resolvConf = join(folder, 'resolv.conf')
  writeFileSync(resolvConf, 'nameserver 127.0.0.1\n')
  const child = [process.execPath, join(import.meta.dirname, 'in-own-network.ts')]
  const { status, stdout, stderr, error } = spawnSync(
    'unshare',
    ['--net', '--mount', 'sh', '-c', SETTING_UP, 'sh', resolvConf, ...child],
    { input: JSON.stringify({ program, runs } satisfies TestmsgRuns), encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`in a network of its own: ${error?.message ?? stderr}`)
  return JSON.parse(stdout) as TestmsgVerdict[]
}
