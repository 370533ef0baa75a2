import type { LawRowOfCharter } from '@avow/contract'
import { type CharterLaw, type LawRow, lawRowsFor, lawTimeText } from '@avow/core'

interface LawInForce {
  readonly jurisdictions: CharterLaw['jurisdictions'][number][]
  readonly sectors: CharterLaw['sectors'][number][]
  readonly items: LawRowOfCharter[]
}

/** The rows of the packs that bind a charter, on and off. */
export function lawOfCharter(law: CharterLaw | undefined): LawInForce {
  if (law === undefined) return { jurisdictions: [], sectors: [], items: [] }
  return {
    jurisdictions: [...law.jurisdictions],
    sectors: [...law.sectors],
    items: lawRowsFor(law.jurisdictions, law.sectors).map((row) => rowOf(row, law)),
  }
}

function rowOf(row: LawRow, { off, blocking }: CharterLaw): LawRowOfCharter {
  const { id, jurisdiction, sectors, says, limit, source, read, status, consequence, note } = row
  const because = off.find((one) => one.row === id)?.because.by
  return {
    id,
    jurisdiction,
    sectors: sectors === 'any' ? [] : [...sectors],
    says,
    limit:
      limit === undefined
        ? null
        : {
            matter: limit.matter,
            from: limit.from,
            until: limit.until,
            within: lawTimeText(limit.within),
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
