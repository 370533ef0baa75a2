import { withPlainClauses } from './plain-clauses.ts'

/** Words that stand in what is not public, in every kind of clause, text and name. */
export const INSIDE = /kept-inside/i
/** Times and amounts of what is not public, as the charter writes them. */
export const INSIDE_TIMES = /\b(7 min|11 min|13 h|77 EUR|66 EUR|2031)\b/

/**
 * A charter with something public and something that is not of every kind, text and name. Kinds that are a table of fields need
 * stand here only where another clause speaks of them.
 */
export const MIXED = withPlainClauses(`
avow: 1
charter: mixed
languages: [en, ar]
zone: Europe/Warsaw
title: { en: What we <b>promise</b>, ar: ما نتعهد به }
mission: { en: Bells for <i>every</i> house., ar: أجراس لكل بيت. }
contact: { en: Ring the <bell>., ar: اقرع الجرس. }
complaints: { en: Ask for the owner., ar: اسأل عن المالك. }
positions: [agent, kept-inside-position, kept-inside-owner, kept-inside-one]
no answer needed: [kept-inside-thanks]
people: { owner: kept-inside-owner, approvers: [kept-inside-one], need: 1 }
facts:
  channel: { one of: [email, form, kept-inside-channel], says: { en: Channel, ar: القناة } }
  value: { in order: [low, kept-inside-value], says: { en: kept-inside fact } }
  size: { one of: [small, large, kept-inside-size], says: { en: Size, ar: الحجم }, values say: { small: { en: "a <small> one", ar: صغير }, large: { en: large, ar: كبير } } }
calendars:
  office: { open: { mon-fri: 09:00-17:00 }, holidays from: a kept-inside list, says: { en: office hours, ar: ساعات العمل } }
  kept-inside-hours: { open: { mon-fri: 02:34-03:00 }, says: { en: kept-inside hours } }
events:
  kept-inside.start: {}
  kept-inside.end: {}
promises:
  - id: P1
    audience: public
    clock: first-response
    says: { en: "A person <i>answers</i> within {target}.", ar: "يردّ عليكم موظف خلال {target}." }
    because: { en: "Because & because", ar: لأن }
    owner: kept-inside-owner
    objective: KEPT-INSIDE-O
    conditions: { en: You name the <order>., ar: تذكر رقم الطلب. }
    limits: { en: Not at fairs., ar: ليس في المعارض. }
    contact: { en: Call 800 1234., ar: اتصل على 800 1234. }
    complaints: { en: The head of service answers., ar: يجيب رئيس الخدمة. }
    table:
      - { channel: kept-inside-channel, audience: staff, target: 7 min of office }
      - { value: kept-inside-value, audience: staff, target: 11 min of kept-inside-hours }
      - { size: small, target: 4 h of office }
      - { target: 8 h of office }
  - id: KEPT-INSIDE-P
    audience: staff
    clock: { from: kept-inside.start, until: kept-inside.end }
    says: { en: "kept-inside says {target}" }
    because: { en: kept-inside because }
    table: [{ target: 13 h of kept-inside-hours }]
  - id: KEPT-INSIDE-TIER-P
    audience: { customers: { value: kept-inside-value } }
    clock: resolution
    says: { en: "kept-inside tier {target}" }
    table: [{ target: 13 h of kept-inside-hours }]
escalation:
  - { id: KEPT-INSIDE-E, for: P1, says: { en: kept-inside escalation }, steps: [{ at: 75%, tell: kept-inside-position }] }
remedies:
  - { id: R1, audience: public, says: { en: When we <fail> you., ar: عندما نخطئ. }, table: [{ size: small, allow: [refund, present], up to: 30 EUR }, { allow: [apology] }] }
  - id: R2
    audience: public
    table:
      - { size: large, allow: none, tell: [X1, KEPT-INSIDE-X] }
      - { size: small, allow: none, tell: KEPT-INSIDE-X }
      - { allow: [credit] }
  - { id: KEPT-INSIDE-R, audience: staff, says: { en: kept-inside remedy }, table: [{ allow: [kept-inside-credit], up to: 77 EUR }] }
  - { id: KEPT-INSIDE-TIER-R, audience: { customers: { value: kept-inside-value } }, says: { en: kept-inside tier remedy }, table: [{ allow: [kept-inside-gift], up to: 77 EUR }] }
values:
  - { id: KEPT-INSIDE-TIER-V, audience: { customers: { value: kept-inside-value } }, says: { en: kept-inside tier value } }
  - { id: V1, audience: public, says: { en: We <keep> our word., ar: نفي بوعدنا. }, shown by: [P1, KEPT-INSIDE-P] }
objectives:
  - { id: KEPT-INSIDE-O, says: { en: kept-inside objective }, measure: kept(P1), target: 95%, by: 2027-06-30 }
exclusions:
  - { id: X1, audience: public, when: { size: large }, says: { en: No large ones., ar: لا كبيرة. }, instead: { en: Ask the maker., ar: اسأل الصانع. } }
  - { id: KEPT-INSIDE-TIER-X, audience: { customers: { value: kept-inside-value } }, says: { en: kept-inside tier exclusion } }
  - { id: KEPT-INSIDE-X, says: { en: kept-inside exclusion } }
channels:
  - { id: C1, audience: public, channel: form, state: retiring, until: 2027-03-31, address: form.example, moves to: C2, says: { en: Our form., ar: نموذجنا. } }
  - { id: C2, audience: public, channel: email, state: open, hours: office, after hours: { answers: message, person: 5 h of office, through: KEPT-INSIDE-C } }
  - { id: C3, audience: public, channel: email, state: pilot, moves to: KEPT-INSIDE-C }
  - { id: KEPT-INSIDE-TIER-C, audience: { customers: { value: kept-inside-value } }, channel: kept-inside-channel, state: open, address: kept-inside-tier.example }
  - { id: KEPT-INSIDE-C, channel: kept-inside-channel, state: open, address: kept-inside.example }
procedures:
  - { id: KEPT-INSIDE-D, steps: [ { ask: kept-inside-photo } ] }
routing:
  - { id: KEPT-INSIDE-G, table: [ { to: kept-inside-team } ] }
agreements:
  - { id: KEPT-INSIDE-L, team: kept-inside-team, for: P1, table: [ { target: 3 h of kept-inside-hours } ] }
authority:
  - { id: KEPT-INSIDE-A, position: agent, may: [kept-inside-credit], per ticket: 66 EUR }
examples:
  - { given: { channel: kept-inside-channel, at: 2026-12-21T10:00 }, expect: { P1: { due: 2026-12-21T10:07 } } }
`)
