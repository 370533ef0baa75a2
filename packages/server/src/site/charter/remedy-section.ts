/** What the public charter says is done when something went wrong. */
import type { CompiledCharter, Limit, RemedyClause } from '@avow/core'
import { ENTITLEMENT_PATH } from '../entitlement/entitlement-path.ts'
import { type Html, html, joined, NOTHING } from '../html.ts'
import { remedyName } from '../remedy-name.ts'
import type { Tongue } from '../tongue.ts'
import type { Visit } from '../visit.ts'
import { conditionsInWords, factName, rowInWords } from './conditions.ts'
import { publicRemedies } from './public-charter.ts'
import type { CharterView } from './read-charter.ts'

/** The public remedies, a line for each row; nothing where none is public. */
export function remedySection({ tongue, to }: Visit, { charter, isInForce }: CharterView): Html {
  const clauses = publicRemedies(charter)
  if (clauses.length === 0) return NOTHING
  return html`<section class="promise remedies" aria-labelledby="remedies"><h2 id="remedies">${tongue.say('charter.remedies')}</h2>
${joined(
  clauses.map((clause) => remedyBlock(charter, clause, tongue)),
  '\n',
)}
${isInForce && html`<p><a href="${to(ENTITLEMENT_PATH)}">${tongue.say('entitled.link')}</a></p>`}</section>`
}

function remedyBlock(charter: CompiledCharter, clause: RemedyClause, tongue: Tongue): Html {
  const { says, because, rows, when, hit } = clause
  const isOnly = rows.length === 1
  const scope = conditionsInWords(charter, when, tongue)
  const lines = rows.map(
    (row) =>
      html`<li><span class="says">${remedyRowWords(charter, row, tongue)}</span> <span class="when">${rowInWords(charter, row.cells, isOnly, tongue)}</span></li>`,
  )
  return html`${says !== undefined && html`<p>${tongue.text(says) ?? NOTHING}</p>`}
${scope.length > 0 && html`<p class="scope">${tongue.say('when.scope', { conditions: joined(scope, ' · ') })}</p>`}
<ul class="rows several">${joined(lines, '\n')}</ul>
${rows.length > 1 && hit === 'first' && html`<p class="quiet">${tongue.say('promise.first-row')}</p>`}
${because !== undefined && html`<p class="because">${tongue.say('remedy.because', { text: tongue.text(because) ?? NOTHING })}</p>`}`
}

/** What a row of a public remedy gives, up to what; or why it gives nothing. */
export function remedyRowWords(
  charter: CompiledCharter,
  { allow, upTo, tell }: RemedyClause['rows'][number],
  tongue: Tongue,
): Html {
  const given =
    allow.length === 0
      ? refusal(charter, tell ?? [], tongue)
      : tongue.either(allow.map((remedy) => remedyName(remedy, true, tongue)))
  return upTo === undefined ? given : tongue.say('remedy.up-to', { given, limit: limitWords(charter, upTo, tongue) })
}

/** What a row that refuses says: its exclusions, as far as they are public. */
function refusal(charter: CompiledCharter, tell: readonly string[], tongue: Tongue): Html {
  const told = charter.document.exclusions.filter(({ id, audience }) => tell.includes(id) && audience === 'public')
  const says = told.flatMap((exclusion) => tongue.text(exclusion.says) ?? [])
  return says.length === 0 ? tongue.say('remedy.nothing') : joined(says, ' ')
}

function limitWords(charter: CompiledCharter, limit: Limit, tongue: Tongue): Html {
  return limit.kind === 'amount'
    ? html`<bdi>${tongue.minorMoney(limit.money)}</bdi>`
    : factName(charter, limit.fact, tongue)
}
