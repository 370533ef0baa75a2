/** Texts that the tests of reading share. */
import { checkCharter, compileDraft, readCharter, runExamples } from '@avow/core'

/** The head of a charter with facts, a calendar and events; clauses follow. */
export const HEAD = `avow: 1
charter: acme
languages: [en, pl]
zone: Europe/Warsaw
positions: [agent, team-lead]
facts:
  channel: { one of: [email, chat, phone] }
  tier: { in order: [free, standard, gold] }
  price: money EUR
  bought: { age: true }
  owned: { age: now }
  vip: yes or no
  users: whole number
  weight: number
  wait: duration
calendars:
  office: { open: { mon-fri: 09:00-17:00 } }
events: { repair.booked: {}, repair.done: {} }
`

/** A charter with one promise with one row; `cells` stand in line 23 from column 11 on. */
export function withRow(cells: string, target = '2 h of office'): string {
  return `${HEAD}promises:
  - id: P1
    clock: resolution
    table:
      - { ${cells}${cells === '' ? '' : ', '}target: ${target} }
`
}

/** A charter with one promise and these further fields, which stand from line 22 on. */
export function withPromise(fields: string): string {
  return `${HEAD}promises:
  - id: P1
    table: [ { target: 2 h of office } ]
${fields.replace(/^/gm, '    ')}
`
}

/** What is found wrong, each as `line:column code message`. */
export function findingsIn(text: string, format?: 'yaml' | 'json'): string[] {
  const { findings } = readCharter(text, format ? { format } : {})
  return findings.map(({ line, column, code, message }) => `${line}:${column} ${code} ${message}`)
}

/** The charter of a text in which nothing is wrong. */
export function documentOf(text: string): NonNullable<ReturnType<typeof readCharter>['document']> {
  const { document, findings } = readCharter(text)
  if (document === undefined) throw new Error(`not readable: ${JSON.stringify(findings[0])}`)
  return document
}

/** What `avow check` and `avow test` say of a charter, on 22 November 2026. */
export function checkAndTry(text: string) {
  const { document, data, findings } = readCharter(text)
  if (document === undefined) throw new Error(`not readable: ${JSON.stringify(findings[0])}`)
  const asOf = Date.parse('2026-11-22T10:00:00Z')
  const charter = compileDraft({ document, data }, { asOf, zoneData: 'test' })
  const { zone, calendars } = charter
  return { findings: checkCharter(document, { asOf, zone, calendars }), report: runExamples(charter) }
}

/** A charter with most of what there is, as a service lead would write it. */
export const RETAILER = `# How Acme serves
avow: 1
charter: acme-care
languages: [en, it, pl, el, ar]          # the first is the master
zone: Europe/Warsaw
title: { en: How we serve you, it: Come ti serviamo }
effective: 2026-12-01T00:00 Europe/Warsaw
review: { every: 12 months, triggers: [new-channel, law-changed, target-beaten: 3 months] }
people: { owner: head-of-service, approvers: [coo, head-of-service], need: 2 }
positions: [agent, team-lead, duty-manager, head-of-service, coo]

facts:
  channel:  { one of: [email, chat, phone, sms, social, forum, form, letter, counter] }
  tier:     { in order: [free, standard, gold] }
  priority: { in order: [low, normal, high] }
  reason:   { one of: [damaged, late, wrong-item, change-of-mind, question, other] }
  price:    money EUR
  bought:   { age: true }                 # a date; conditions speak of its age
calendars:
  office: { open: { mon-fri: 09:00-17:00 }, closed: [2026-12-24, 2026-12-25, 2027-01-01, 2027-01-06], holidays until: 2027-03-31 }
  chat:   { open: { mon-fri: 08:00-20:00, sat: 10:00-16:00 }, on: { 2026-12-24: 08:00-12:00 } }
events:
  repair.booked: {}
  repair.done: {}
  call.offered: {}
  call.answered: {}

promises:
  - id: P1
    audience: public
    clock: first-response
    says: { en: "A person answers you within {target}.", pl: "Człowiek odpowie w ciągu {target}." }
    because: { en: We keep one person free for every twenty open questions. }
    measured: [ each, share: 95% a month ]
    hit: first
    table:
      - { channel: chat,                       target: 2 min of chat }
      - { channel: email, tier: gold,          target: 1 h of office }
      - { channel: [email, form],              target: 4 h of office }
      - { channel: [phone, counter],           target: 3 min of office }
      - { target: 8 h of office }              # everything else, unknown facts too
    no answer needed: [thanks, duplicate, spam]
    if broken: { apologise: true, remedy: R9 }
  - id: P2
    audience: public
    clock: resolution
    measured: [ each ]
    says: { en: "Your matter is settled within {target}." }
    table: [ { target: 15 working days of office } ]
    pauses: [waiting-for-customer]
  - id: P7
    audience: public
    clock: { from: repair.booked, until: repair.done, pauses: [waiting-for-customer] }
    says: { en: "Repairs are back within {target}." }
    measured: [ each, share: 95% a quarter ]
    table: [ { target: 7 working days of office } ]
  - id: P8
    audience: public
    when: { channel: phone }
    clock: { from: call.offered, until: call.answered }
    says: { en: "We pick up within {target}." }
    measured: [ share: 95% a month, mean: "<= 3 min a month" ]
    table: [ { target: 3 min of office } ]

escalation:
  - id: E1
    for: P1
    steps:
      - { at: 75%,              tell: assignee }
      - { at: 100%,             tell: team-lead, raise priority: true }
      - { after: 2 h of office, give to: duty-manager }
  - { id: E2, when: { reason: damaged, contacts: ">= 3" }, steps: [ { give to: duty-manager } ] }

remedies:
  - id: R1
    hit: first
    table:
      - { reason: damaged, bought: "< 30 days",            allow: [refund, replace, apology], up to: price }
      - { reason: damaged, bought: "30 days .. 2 years",   allow: [repair, replace, apology] }
      - { reason: change-of-mind, bought: "< 15 days",     allow: [refund], up to: price }
      - { reason: [late, wrong-item], bought: "< 30 days", allow: [refund, replace, apology], up to: price }
      - { allow: [apology] }
  - { id: R9, table: [ { allow: [apology, credit], up to: 10 EUR } ] }
authority:
  - { id: A1, position: agent,     may: [refund, replace, repair, credit, apology], per ticket: 100 EUR, per day: 500 EUR, bend: 200 EUR a month }
  - { id: A2, position: team-lead, may: [refund, replace, repair, credit, apology], per ticket: 1000 EUR }

examples:
  - { given: { channel: email, tier: gold, at: 2026-12-23T16:30 }, expect: { P1: { due: 2026-12-28T09:30 } } }
  - { given: { reason: damaged, bought: 2026-12-01, at: 2026-12-23T10:00 }, expect: { R1: { allow: [refund, replace, apology] } } }
`
