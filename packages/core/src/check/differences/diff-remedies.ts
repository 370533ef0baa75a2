/** Remedies of two versions compared: for which tickets customers now get less or more (SPEC D4). */
import type { Limit, RemedyClause, RemedyRow } from '../../charter/index.ts'
import { remedyWords, type subjectOf } from '../tables/table-subjects.ts'
import type { Moment } from '../tables/witness.ts'
import { type CustomersGet, ofAudience, ofLarger, ofMore, together } from './customers.ts'
import { audienceParts } from './diff-audience.ts'
import { tableParts } from './diff-tables.ts'
import { wordingParts } from './diff-texts.ts'
import type { DifferencePart } from './difference.ts'
import { marked } from './marked-parts.ts'

type Subject = ReturnType<typeof subjectOf>

/** All that two wordings of one remedy say differently. */
export function remedyParts(
  old: RemedyClause,
  fresh: RemedyClause,
  subject: { readonly old: Subject; readonly new: Subject },
  moment: Moment,
): DifferencePart[] {
  return [
    ...remedyRowParts(old, fresh, subject, moment),
    ...marked(audienceParts(old.audience, fresh.audience), ofAudience(old.audience, fresh.audience)),
    ...wordingParts([
      ['says', old.says, fresh.says],
      ['because', old.because, fresh.because],
    ]),
  ]
}

/** What their tables give differently. */
export function remedyRowParts(
  old: RemedyClause,
  fresh: RemedyClause,
  subject: { readonly old: Subject; readonly new: Subject },
  moment: Moment,
): DifferencePart[] {
  const tables = [subject.old('remedy', old, remedyWords), subject.new('remedy', fresh, remedyWords)] as const
  return tableParts(...tables, moment, (before, after) =>
    ofRows(before === undefined ? undefined : old.rows[before], after === undefined ? undefined : fresh.rows[after]),
  )
}

function ofRows(old: RemedyRow | undefined, fresh: RemedyRow | undefined): CustomersGet | undefined {
  if (old === undefined || fresh === undefined) return old === fresh ? undefined : old ? 'less' : 'more'
  return together([ofMore(new Set(old.allow), new Set(fresh.allow)), ofLimits(old.upTo, fresh.upTo)])
}

/** Without a limit there is the most. An amount and a fact, two facts, or two currencies are not compared. */
function ofLimits(old: Limit | undefined, fresh: Limit | undefined): CustomersGet | undefined {
  if (old === undefined || fresh === undefined) return old === fresh ? undefined : old ? 'more' : 'less'
  if (old.kind === 'amount' && fresh.kind === 'amount' && old.money.currency === fresh.money.currency)
    return ofLarger(old.money.minor, fresh.money.minor)
  return old.kind === 'fact' && fresh.kind === 'fact' && old.fact === fresh.fact ? undefined : 'both'
}
