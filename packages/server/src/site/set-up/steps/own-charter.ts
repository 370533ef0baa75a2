/** A charter that the company has already: what it lacks is shown before it is published. */
import type { ProblemPlace } from '@avow/contract'
import { type CharterDocument, compileDraft, type Health, healthOf, localDay, readCharter } from '@avow/core'
import { transaction } from '../../../db/index.ts'
import { type PreparedVersion, prepareVersion } from '../../../features/charters/index.ts'
import { mailboxesOf } from '../../../features/mailboxes/index.ts'
import { Refusal } from '../../../refusal.ts'
import { type Html, html, joined, theirId } from '../../html.ts'
import type { SetUpForm } from '../form.ts'
import type { SetUpAt } from '../step.ts'
import type { Say } from '../words/index.ts'

/** More than anybody reads at once; the others show once these are mended. */
const MOST_FAULTS = 20

export interface OwnCharter {
  readonly source: string
  /** As it would be published; undefined where it cannot be. */
  readonly prepared: PreparedVersion | undefined
  /** What keeps it from being published. */
  readonly faults: readonly ProblemPlace[]
  /** Undefined where it cannot be read. */
  readonly health: Health | undefined
  /** UTC ms. */
  readonly now: number
}

/** The text that was put in; forms send line ends as CRLF. Empty where nothing was. */
export function sourceIn(form: SetUpForm): string {
  const source = form.raw('source').replaceAll('\r\n', '\n')
  return source.trim() === '' ? '' : source
}

/** Looks at a charter as the health check of the desk will, and as publishing does. */
export async function lookAtOwn({ desk, options }: SetUpAt, source: string): Promise<OwnCharter> {
  const { now, mailboxes } = await transaction(desk.store, { workspace: options.workspace }, async (tx) => ({
    now: tx.now,
    mailboxes: (await mailboxesOf(tx)).filter(({ isRemoved }) => !isRemoved).length,
  }))
  const { zoneData } = desk
  const { document, data } = readCharter(source)
  const health =
    document &&
    healthToBe(document, localDay(compileDraft({ document, data }, { asOf: now, zoneData }).zone, now), mailboxes)
  try {
    return { source, prepared: prepareVersion(source, { now, zoneData }), faults: [], health, now }
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'charter-faulty') throw error
    return { source, prepared: undefined, faults: error.details.at ?? [], health, now }
  }
}

/** As it will be once it is published: who publishes it gets the positions that nobody holds, and there are no tickets yet. */
function healthToBe(document: CharterDocument, today: number, mailboxes: number): Health {
  const holders = new Map(document.positions.map(({ name }) => [name, 1]))
  return healthOf(document, { today, since: today, holders, mailboxes, unevaluated: 0 })
}

/** What is wrong with it, and what it lacks. */
export function ownCharterView({ faults, health }: OwnCharter, say: Say): Html {
  const wrong =
    faults.length > 0 &&
    html`<div class="errors" role="alert"><p>${say('charter.faults')}</p><ul>${joined(faults.slice(0, MOST_FAULTS).map((fault) => faultLine(fault, say)))}</ul></div>`
  return html`${wrong}${health !== undefined && healthView(health, say)}`
}

/** `12:3 promises[0]` begins with the line. */
function faultLine({ path, message }: ProblemPlace, say: Say): Html {
  const line = Number.parseInt(path, 10)
  return html`<li>${Number.isNaN(line) ? '' : html`${say('charter.line', { line })}: `}<bdi lang="en" dir="ltr">${message}</bdi></li>`
}

function healthView({ gaps, passed, checks }: Health, say: Say): Html {
  const lines = gaps.map(({ check, names, count }) => {
    // Questions of the definition are told by how many they are: their names are codes.
    const named = check === 'definition' ? [] : names
    return html`<li>${say(`gap.${check}`, { count })}${named.length > 0 && html` (${joined(named.map(theirId), ', ')})`}</li>`
  })
  return html`<section class="health"><h2>${say('charter.health', { passed, checks })}</h2>
${gaps.length === 0 ? html`<p>${say('charter.well')}</p>` : html`<ul>${joined(lines)}</ul><p>${say('charter.health-lead')}</p>`}</section>`
}
