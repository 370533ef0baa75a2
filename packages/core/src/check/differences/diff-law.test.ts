import { describe, expect, it } from 'vitest'
import { charterOf } from '../../../test/check/charter-texts.ts'
import { lawParts } from './diff-law.ts'

const documentOf = (law: string) =>
  charterOf(
    `${law === '' ? '' : `law: { ${law} }\n`}facts:\n  channel: { one of: [email, form] }\n  vip: yes or no\nevents:\n  call.offered: {}\n  call.taken: {}\ncalendars:\n  office: { open: { mon-fri: 09:00-17:00 } }\n  public: { open: { mon-fri: 09:00-17:00 } }\n`,
    { languages: '[en, pl]' },
  ).document
const between = (old: string, fresh: string) => lawParts(documentOf(old), documentOf(fresh))
const texts = (...asked: Parameters<typeof between>) => between(...asked).map(({ text }) => text)

const PL = 'jurisdictions: [PL], sectors: [consumer]'

describe('the law that a charter lives under', () => {
  it('is no news where it is the same, or there is none', () => {
    expect(between('', '')).toEqual([])
    const full = `${PL}, blocking: [PL-2], off: [ { row: PL-4, because: { en: We visit nobody. } } ], matters: { complaint: { channel: form } }`
    expect(between(full, full)).toEqual([])
  })

  it('is told of its jurisdictions and sectors, also where there was none at all', () => {
    expect(texts('', PL)).toEqual(['jurisdictions added: PL', 'sectors added: consumer'])
    expect(texts(PL, '')).toEqual(['jurisdictions removed: PL', 'sectors removed: consumer'])
    expect(texts(PL, 'jurisdictions: [EU, PL], sectors: [telecom]')).toEqual([
      'jurisdictions added: EU',
      'sectors added: telecom',
      'sectors removed: consumer',
    ])
  })

  it('is told of the rows that block, or of all', () => {
    expect(texts(PL, `${PL}, blocking: [PL-2, PL-3]`)).toEqual(['blocking added: PL-2, PL-3'])
    expect(texts(`${PL}, blocking: [PL-2]`, `${PL}, blocking: all`)).toEqual([
      'blocking added: all',
      'blocking removed: PL-2',
    ])
  })

  it('is told of rows that are off, with their reason in every language', () => {
    const off = (...rows: readonly string[]) => `${PL}, off: [ ${rows.join(', ')} ]`
    const visits = '{ row: PL-4, because: { en: We visit nobody., pl: Nie jeździmy. } }'
    const companies = '{ row: PL-1, because: { en: Companies only. } }'
    expect(between(PL, off(visits))).toEqual([
      {
        about: 'PL-4 off',
        change: 'changed',
        text: 'PL-4 off changed: none → We visit nobody. / Nie jeździmy.',
        says: { form: 'law-off', data: { row: 'PL-4' }, before: null, after: 'We visit nobody. / Nie jeździmy.' },
        old: 'none',
        new: 'We visit nobody. / Nie jeździmy.',
      },
    ])
    expect(between(off(visits), off(companies)).map(({ text, says }) => [text, says.before, says.after])).toEqual([
      ['PL-1 off changed: none → Companies only.', null, 'Companies only.'],
      ['PL-4 off changed: We visit nobody. / Nie jeździmy. → none', 'We visit nobody. / Nie jeździmy.', null],
    ])
    expect(texts(off(visits, companies), off(companies, visits))).toEqual([])
  })

  it('is told of how its words are told in the charter’s own', () => {
    const matters = `${PL}, matters: { complaint: { channel: form, vip: yes } }`
    expect(between(PL, matters)).toEqual([
      {
        about: 'law matters complaint',
        change: 'changed',
        text: 'law matters complaint changed: none → channel form, vip yes',
        says: {
          form: 'law-term',
          data: { term: 'matters complaint' },
          before: null,
          after: 'channel form, vip yes',
        },
        old: 'none',
        new: 'channel form, vip yes',
      },
    ])
    expect(between(matters, PL)[0]?.says).toMatchObject({ before: 'channel form, vip yes', after: null })
    const called = (event: string) => `${PL}, events: { called: ${event} }`
    expect(texts(called('call.offered'), called('call.taken'))).toEqual([
      'law events called changed: call.offered → call.taken',
    ])
    expect(texts(called('call.offered'), PL)).toEqual(['law events called changed: call.offered → none'])
    const holidays = (calendar: string) => `${PL}, holidays: ${calendar}`
    expect(texts(holidays('office'), holidays('public'))).toEqual(['law holidays changed: office → public'])
    expect(texts(PL, holidays('public'))).toEqual(['law holidays changed: none → public'])
  })
})
