/** The sending side of mail-hostile.ts: a process of its own, so that nothing it does holds up the server's. */
import { sendOne } from '../packages/server/test/raw-smtp.ts'
import { HEAVY_HTML, MISSHAPEN, TIRING } from '../test/security/hostile-mails.ts'

process.on('message', async ({ port, to }: { readonly port: number; readonly to: string }) => {
  const mails = Object.values({ ...MISSHAPEN, ...TIRING, ...HEAVY_HTML })
  for (const mail of mails) await sendOne(port, { from: 'eve@evil.example', to: [to], mail })
  process.send?.(mails.length)
})
