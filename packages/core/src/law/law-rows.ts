import type { Jurisdiction, LawRow, Sector } from './law-row.ts'
import { AU_ROWS } from './rows-au.ts'
import { BR_ROWS } from './rows-br.ts'
import { ES_ROWS } from './rows-es.ts'
import { EU_ROWS } from './rows-eu.ts'
import { GR_ROWS } from './rows-gr.ts'
import { IN_ROWS } from './rows-in.ts'
import { IT_ROWS } from './rows-it.ts'
import { PL_ROWS } from './rows-pl.ts'
import { SA_ROWS } from './rows-sa.ts'
import { UK_ROWS } from './rows-uk.ts'
import { US_ROWS } from './rows-us.ts'
import { ZA_ROWS } from './rows-za.ts'

/** Every row that ships, by jurisdiction. Not complete, and not legal advice. */
export const LAW_ROWS: readonly LawRow[] = [
  ...AU_ROWS,
  ...BR_ROWS,
  ...ES_ROWS,
  ...EU_ROWS,
  ...GR_ROWS,
  ...IN_ROWS,
  ...IT_ROWS,
  ...PL_ROWS,
  ...SA_ROWS,
  ...UK_ROWS,
  ...US_ROWS,
  ...ZA_ROWS,
]

const BY_ID: ReadonlyMap<string, LawRow> = new Map(LAW_ROWS.map((row) => [row.id, row]))

/** The row of an id, such as `PL-1`. */
export function lawRow(id: string): LawRow | undefined {
  return BY_ID.get(id)
}

/** A jurisdiction and a sector of which no row tells anything. */
export interface LawGap {
  readonly jurisdiction: Jurisdiction
  readonly sector: Sector
}

/** Which of the chosen pairs have no row, so that nothing is compared there. A row for any sector counts for each. */
export function lawGaps(jurisdictions: readonly Jurisdiction[], sectors: readonly Sector[]): readonly LawGap[] {
  return jurisdictions.flatMap((jurisdiction) =>
    sectors
      .filter((sector) => lawRowsFor([jurisdiction], [sector]).length === 0)
      .map((sector) => ({ jurisdiction, sector })),
  )
}

/** The rows that bind a company of these sectors in these jurisdictions. */
export function lawRowsFor(jurisdictions: readonly Jurisdiction[], sectors: readonly Sector[]): readonly LawRow[] {
  return LAW_ROWS.filter(
    (row) =>
      jurisdictions.includes(row.jurisdiction) &&
      (row.sectors === 'any' || row.sectors.some((sector) => sectors.includes(sector))),
  )
}
