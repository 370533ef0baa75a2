/** A charter for tests that is always open: an answer in an hour, the next in two, solved within a day, news every three days. */
export const ALWAYS_OPEN = `
avow: 1
charter: always-open
languages: [en]
zone: UTC
positions: [agent, team-lead, duty-manager]
no answer needed: [thanks, duplicate]
facts:
  channel: { one of: [email, form, phone] }
  tier: { in order: [standard, gold] }
  amount: money EUR
calendars:
  round-the-clock: { open: always, holidays until: 2099-12-31 }
events:
  repair.booked: {}
  repair.done: {}
promises:
  - id: P1
    audience: public
    clock: first-response
    says: "A person answers you within {target}."
    table:
      - { tier: gold, target: 30 min of round-the-clock }
      - { target: 1 h of round-the-clock }
  - id: P2
    audience: staff
    clock: next-response
    table: [{ target: 2 h of round-the-clock }]
  - id: P3
    audience: public
    clock: resolution
    pauses: [waiting-for-customer, on-hold]
    says: "We solve it within {target}."
    table: [{ target: 24 h of round-the-clock }]
  - id: P4
    audience: staff
    clock: { from: repair.booked, until: repair.done, each: every time }
    table: [{ target: 48 h of round-the-clock }]
escalation:
  - id: E1
    for: P1
    steps:
      - { at: 75%, tell: [assignee, team-lead] }
      - { after: 1 h of round-the-clock, tell: [duty-manager], raise priority: true, give to: team-lead }
  - id: E2
    when: { amount: "> 500 EUR" }
    steps:
      - { tell: [team-lead] }
`

/** The same with remedies: 100 EUR a ticket and 500 EUR a day for an agent, 1000 EUR a ticket for a team lead. */
export const WITH_REMEDIES = `${ALWAYS_OPEN}
remedies:
  - id: R1
    audience: public
    says: "What we do when something went wrong."
    table:
      - { tier: gold, allow: [refund, replacement, apology], up to: amount }
      - { allow: [apology] }
  - { id: R2, table: [{ allow: [apology, credit], up to: 10 EUR }] }
authority:
  - { id: A1, position: agent, may: [refund, replacement, credit, apology], per ticket: 100 EUR, per day: 500 EUR, bend: 200 EUR a month }
  - { id: A2, position: team-lead, may: [refund, credit, apology], per ticket: 1000 EUR }
`
