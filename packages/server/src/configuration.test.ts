import { describe, expect, it } from 'vitest'
import { ConfigurationError, type Environment, readConfiguration } from './configuration.ts'

describe('the settings', () => {
  it('have defaults for one machine: loopback, the demo, the embedded database', () => {
    expect(readConfiguration({ AVOW_DATA: '/srv/avow', PORT: '' })).toMatchObject({
      data: '/srv/avow',
      host: '127.0.0.1',
      port: 8080,
      publicUrl: 'http://127.0.0.1:8080',
      databaseUrl: undefined,
      secretFile: '/srv/avow/secret',
      smtp: { host: '127.0.0.1', port: 2525, unknown: 'default' },
      demo: true,
      backups: 7,
    })
  })

  it('beyond loopback load no demo unless asked, and refuse unknown recipients', () => {
    const open: Environment = { AVOW_HOST: '0.0.0.0', AVOW_PUBLIC_URL: 'https://care.example.com/' }
    expect(readConfiguration(open)).toMatchObject({
      publicUrl: 'https://care.example.com',
      smtp: { host: '0.0.0.0', unknown: 'refuse' },
      demo: false,
    })
    expect(readConfiguration({ ...open, AVOW_DEMO: '1', AVOW_SMTP_UNKNOWN: 'default' })).toMatchObject({
      smtp: { unknown: 'default' },
      demo: true,
    })
  })

  it('follow AVOW_HOST for mail unless AVOW_SMTP_HOST says otherwise', () => {
    const { smtp } = readConfiguration({
      AVOW_HOST: '0.0.0.0',
      AVOW_PUBLIC_URL: 'https://care.example.com',
      AVOW_SMTP_HOST: '::1',
    })
    expect(smtp).toMatchObject({ host: '::1', unknown: 'default' })
  })

  it.each<[string, Environment, string]>([
    ['an open host without a public address', { AVOW_HOST: '0.0.0.0' }, 'set AVOW_PUBLIC_URL'],
    ['a port that is none', { PORT: '80a' }, 'PORT is “80a”'],
    ['a port too high', { AVOW_SMTP_PORT: '70000' }, 'from 0 to 65535'],
    ['a public address with a path', { AVOW_PUBLIC_URL: 'https://example.com/desk' }, 'alone'],
    ['a public address of another kind', { AVOW_PUBLIC_URL: 'example.com' }, 'AVOW_PUBLIC_URL is no address'],
    ['an owner without a database', { DATABASE_OWNER_URL: 'postgres://owner@db/avow' }, 'set both'],
    ['a short key', { AVOW_BOOTSTRAP_API_KEY: 'short' }, 'has 5 characters'],
    ['half a certificate', { AVOW_SMTP_CERT: '/etc/cert.pem' }, 'go together'],
    ['a word that is no choice', { AVOW_DEMO: 'yes' }, 'it can be 0 or 1'],
    ['a log level that is none', { AVOW_LOG: 'loud' }, 'error or warn or info or debug'],
  ])('refuse %s in one line', (_, environment, said) => {
    const read = () => readConfiguration(environment)
    expect(read).toThrow(ConfigurationError)
    expect(read).toThrow(said)
  })

  it('never repeat a password', () => {
    expect(() => readConfiguration({ AVOW_SMTP_URL: 'smpt://me:hunter2@mail' })).toThrow(/^((?!hunter2).)*$/)
  })
})
