import type { CharterInForce } from '@avow/contract'
import { type CompiledCharter, formatInstant, type Texts } from '@avow/core'

type WireTexts = Record<string, string> | null

/** A version as the desk needs it: words for what tickets carry. `effective`: UTC ms. */
export function charterInForce({ document, hash, version }: CompiledCharter, effective: number): CharterInForce {
  return {
    id: document.id,
    version: version ?? 0,
    hash,
    effective: formatInstant(effective),
    languages: [...document.languages],
    zone: document.zone,
    title: said(document.title),
    promises: document.promises.map(({ id, clock, says, because, noAnswerNeeded }) => ({
      id,
      clock: clock.kind === 'declared' ? `${clock.from} … ${clock.until}` : clock.kind,
      says: said(says),
      because: said(because),
      no_answer_needed: [...noAnswerNeeded],
    })),
    clauses: [
      ...document.escalation.map(({ id, kind, says, because }) => clause(id, kind, says, because)),
      ...document.remedies.map(({ id, kind, says, because }) => clause(id, kind, says, because)),
      ...document.exclusions.map(({ id, kind, says, because }) => clause(id, kind, says, because)),
      ...document.authority.map(({ id, kind, because, position }) => clause(id, kind, undefined, because, position)),
    ],
    facts: [...document.facts.values()].map(({ name, type, says, valuesSay, derived }) => ({
      name,
      kind: type.kind,
      currency: type.kind === 'money' ? type.currency : null,
      says: said(says),
      values: type.kind === 'choice' ? type.values.map((value) => ({ value, says: said(valuesSay?.get(value)) })) : [],
      derived,
    })),
    calendars: [...document.calendars.values()].map(({ name, rules, says }) => ({
      name,
      zone: rules.zone,
      says: said(says),
    })),
    positions: document.positions.map(({ name, says }) => ({ name, says: said(says) })),
    events: [...document.events.values()].map(({ name, says }) => ({ name, says: said(says) })),
    no_answer_needed: [...document.noAnswerNeeded],
    tone: document.tone.map(({ id, language, address, never, instead }) => ({
      id,
      language,
      address: address ?? null,
      never: [...never],
      instead: instead ?? null,
    })),
  }
}

function clause(id: string, kind: string, says: Texts | undefined, because: Texts | undefined, position?: string) {
  return { id, kind, says: said(says), because: said(because), position: position ?? null }
}

function said(texts: Texts | undefined): WireTexts {
  return texts === undefined ? null : Object.fromEntries(texts.by)
}
