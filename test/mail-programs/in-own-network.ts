/** Started by run-testmsg.ts where the machine's DNS is 127.0.0.1: for each mail the DNS with its records, and opendkim-testmsg. */
import { spawn } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { json, text } from 'node:stream/consumers'
import { startDns } from '../../packages/server/test/dns-server.ts'
import type { TestmsgRuns, TestmsgVerdict } from './run-testmsg.ts'

const DNS_PORT = 53

const { program, runs } = (await json(process.stdin)) as TestmsgRuns
const verdicts: TestmsgVerdict[] = []
for (const { mail, records } of runs) {
  const dns = await startDns(records, DNS_PORT)
  const child = spawn(program, [], { stdio: ['pipe', 'pipe', 'pipe'] })
  createReadStream(mail).pipe(child.stdin)
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  const [said, complaint, status] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  verdicts.push({ status, said: `${said}${complaint}`.trim() })
  await dns.close()
}
process.stdout.write(JSON.stringify(verdicts))
