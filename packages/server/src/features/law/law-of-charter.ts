import type { LawRowOfCharter } from '@avow/contract'
import { type CharterLaw, type LawGap, type LawRow, lawGaps, lawRowsFor, lawTimeText } from '@avow/core'

interface LawInForce {
  readonly jurisdictions: CharterLaw['jurisdictions'][number][]
  readonly sectors: CharterLaw['sectors'][number][]
  readonly items: LawRowOfCharter[]
  readonly gaps: LawGap[]
}

/** The rows of the packs that bind a charter, on and off, and where there are none. */
export function lawOfCharter(law: CharterLaw | undefined): LawInForce {
  if (law === undefined) return { jurisdictions: [], sectors: [], items: [], gaps: [] }
  return {
    jurisdictions: [...law.jurisdictions],
    sectors: [...law.sectors],
    items: lawRowsFor(law.jurisdictions, law.sectors).map((row) => rowOf(row, law)),
    gaps: [...lawGaps(law.jurisdictions, law.sectors)],
  }
}

function rowOf(row: LawRow, { off, blocking }: CharterLaw): LawRowOfCharter {
  const { id, jurisdiction, sectors, kind, says, place, limit, age, source, read, status, consequence, note } = row
  const because = off.find((one) => one.row === id)?.because.by
  return {
    id,
    jurisdiction,
    sectors: sectors === 'any' ? [] : [...sectors],
    kind,
    says,
    place: { instrument: place.instrument ?? null, article: place.article ?? null },
    age: age === undefined ? null : { matter: age.matter, within: lawTimeText(age.within) },
    limit:
      limit === undefined
        ? null
        : {
            matter: limit.matter,
            from: limit.from,
            until: limit.until,
            within: lawTimeText(limit.within),
            days: limit.days ?? null,
            counts: limit.counts ?? null,
            share: limit.share ?? null,
            mean: limit.mean ?? false,
          },
    source: { name: source.name, url: source.url ?? null },
    read,
    status,
    blocks: status === 'V' || blocking === 'all' || blocking.includes(id),
    consequence: consequence?.kind ?? null,
    note: note ?? null,
    off: because === undefined ? null : Object.fromEntries(because),
  }
}
