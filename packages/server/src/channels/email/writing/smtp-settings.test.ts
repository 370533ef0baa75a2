import { expect, it } from 'vitest'
import { smtpSettings } from './smtp-settings.ts'

it.each([
  ['smtp://mail.example', { host: 'mail.example', port: 587, secure: false, requireTLS: false }],
  ['smtp://127.0.0.1:2525', { host: '127.0.0.1', port: 2525 }],
  ['smtp://[::1]:25', { host: '::1', port: 25 }],
  ['smtps://mail.example', { port: 465, secure: true, tls: { rejectUnauthorized: true } }],
  ['smtps://mail.example?verify=no', { tls: { rejectUnauthorized: false } }],
  ['smtp://me%40x:p%3Aw@mail.example', { auth: { user: 'me@x', pass: 'p:w' }, requireTLS: true }],
  ['smtp://me:pw@localhost', { auth: { user: 'me', pass: 'pw' }, requireTLS: false }],
])('%s', (address, settings) => {
  expect(smtpSettings(address)).toMatchObject(settings)
})

it.each(['', 'mail.example', 'http://mail.example', 'smtp://', 'smtp:mail'])('refuses %j', (address) => {
  expect(() => smtpSettings(address)).toThrow(TypeError)
})

it('never waits longer than ten seconds for one step, nor tells the password', () => {
  const settings = smtpSettings('smtp://mail.example')
  for (const wait of [
    settings.connectionTimeout,
    settings.greetingTimeout,
    settings.socketTimeout,
    settings.dnsTimeout,
  ]) {
    expect(wait).toBeLessThanOrEqual(10_000)
  }
  expect(() => smtpSettings('smtpx://me:secret@mail.example')).toThrow(/^(?!.*secret)/u)
})
