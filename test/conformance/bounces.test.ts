import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { deliveryReport, isDeadAddress, readMail } from '../../packages/server/src/channels/email/index.ts'
import { itOn } from './corpus.ts'

/** Complaints about spam, receipts and absences among the reports: they say nothing of delivery. */
const OF_OTHER_MATTERS = /^(?:arf|rfc3834)-/

describe('reports of many mail servers', () => {
  itOn('data/mail/bounces', 'are read: whom the mail did not reach, and why', async (folder) => {
    const counts = { reports: 0, named: 0, withStatus: 0, dead: 0 }
    const silent: string[] = []
    for (const file of readdirSync(folder).filter((name) => !OF_OTHER_MATTERS.test(name))) {
      const mail = await readMail(new Uint8Array(readFileSync(join(folder, file))))
      const report = deliveryReport(mail)
      counts.reports += 1
      if (report.length > 0) counts.named += 1
      else silent.push(file)
      if (report.some(({ status }) => status !== null)) counts.withStatus += 1
      if (report.some(({ status, said }) => isDeadAddress(status, said))) counts.dead += 1
    }
    expect(counts.reports).toBeGreaterThan(190)
    expect(counts.named / counts.reports, silent.join(' ')).toBeGreaterThanOrEqual(0.95)
    expect(counts.withStatus / counts.reports, JSON.stringify(counts)).toBeGreaterThanOrEqual(0.75)
  })
})
