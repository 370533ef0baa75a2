import { describe, expect, it } from 'vitest'
import { deliveryReport } from './delivery-report.ts'
import { isDeadAddress } from './is-dead-address.ts'
import { readMail } from './read-mail.ts'

const reportIn = async (...lines: string[]) =>
  deliveryReport(await readMail(new Uint8Array(Buffer.from(lines.join('\r\n')))))

describe('what a report says of delivery', () => {
  it('by the parts of the standard: who, what, why', async () => {
    const report = await reportIn(
      'From: MAILER-DAEMON@mx.example',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'This is the mail system at host mx.example.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example',
      '',
      'Original-Recipient: rfc822;Carla@home.example',
      'Final-Recipient: rfc822; c@elsewhere.example',
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 5.1.1 <c@elsewhere.example>:',
      '    Recipient address rejected: User unknown',
      '',
      'Final-Recipient: rfc822; dora@home.example',
      'Action: delayed',
      'Status: 4.4.1',
      '--b--',
      '',
    )
    expect(report).toEqual([
      {
        address: 'carla@home.example',
        action: 'failed',
        status: '5.1.1',
        said: '550 5.1.1 <c@elsewhere.example>: Recipient address rejected: User unknown',
      },
      expect.objectContaining({ address: 'c@elsewhere.example', action: 'failed' }),
      { address: 'dora@home.example', action: 'delayed', status: '4.4.1', said: '' },
    ])
  })

  it('by the words of exim', async () => {
    const report = await reportIn(
      'From: Mail Delivery System <Mailer-Daemon@mx.example>',
      'X-Failed-Recipients: carla@home.example,',
      '  dora@home.example',
      'Subject: Mail delivery failed: returning message to sender',
      '',
      'A message that you sent could not be delivered to one or more of its',
      'recipients. This is a permanent error. The following address(es) failed:',
      '',
      '  carla@home.example',
      '    SMTP error from remote mail server after RCPT TO:<carla@home.example>:',
      '    host mx.home.example [192.0.2.153]: 550 5.1.1 <carla@home.example>... User Unknown',
      '  dora@home.example',
      '    host mx.home.example [192.0.2.153]: 552 5.2.2 Mailbox full',
      '',
      '------ This is a copy of the message, including all the headers. ------',
      '',
      'To: somebody@else.example',
    )
    expect(report).toMatchObject([
      { address: 'carla@home.example', action: 'failed', status: '5.1.1' },
      { address: 'dora@home.example', action: 'failed', status: '5.2.2' },
    ])
  })

  it('by the words of qmail, of Exchange, and of one that still tries', async () => {
    const qmail = await reportIn(
      'From: MAILER-DAEMON@mx.example',
      'Subject: failure notice',
      '',
      'Hi. This is the qmail-send program at mx.example.',
      "I'm afraid I wasn't able to deliver your message to the following addresses.",
      '',
      '<carla@home.example>:',
      '192.0.2.135 does not like recipient.',
      'Remote host said: 550 sorry, no mailbox here by that name',
      '',
      '--- Below this line is a copy of the message.',
      '',
      'To: somebody@else.example',
    )
    expect(qmail).toMatchObject([{ address: 'carla@home.example', action: 'failed', status: '5.0.0' }])
    const exchange = await reportIn(
      'From: System Administrator <postmaster@mx.example>',
      'Subject: Undeliverable: Lamp',
      '',
      'did not reach the following recipient(s):',
      '',
      'carla@home.example on Thu, 29 Apr 2010 00:00:00 -0000',
      '    The recipient name is not recognized',
    )
    expect(exchange).toMatchObject([{ address: 'carla@home.example', action: 'failed', status: null }])
    expect(isDeadAddress(null, exchange[0]?.said ?? '')).toBe(true)
    const waits = await reportIn(
      'From: MAILER-DAEMON@mx.example',
      'Subject: Warning: message delayed 24 hours',
      '',
      'Your message could not yet be delivered. You do not need to resend it; delivery will be retried.',
      '',
      '  carla@home.example',
      '    Delay reason: connection timed out',
    )
    expect(waits).toMatchObject([{ address: 'carla@home.example', action: 'delayed' }])
  })

  it('is nothing in a receipt of reading', async () => {
    const receipt = await reportIn(
      'From: carla@home.example',
      'Content-Type: multipart/report; report-type=disposition-notification; boundary=b',
      '',
      '--b',
      'Content-Type: message/disposition-notification',
      '',
      'Final-Recipient: rfc822; carla@home.example',
      '--b--',
      '',
    )
    expect(receipt).toEqual([])
  })
})

describe('an address that takes no mail', () => {
  it('is told from a full mailbox, a policy and a mail that is too large', () => {
    expect(isDeadAddress('5.1.1', '')).toBe(true)
    expect(isDeadAddress('5.2.1', 'mailbox disabled')).toBe(true)
    expect(isDeadAddress('5.0.0', 'no such user here')).toBe(true)
    expect(isDeadAddress('5.2.2', 'user unknown')).toBe(false)
    expect(isDeadAddress('5.7.1', 'relaying denied')).toBe(false)
    expect(isDeadAddress('5.3.4', 'too large')).toBe(false)
    expect(isDeadAddress(null, 'try later')).toBe(false)
  })
})
