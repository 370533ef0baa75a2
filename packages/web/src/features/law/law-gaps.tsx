import type { LawGapOfCharter } from '@avow/contract'
import { regionName } from '../../messages/formats.ts'
import { useWords } from '../../messages/words.tsx'

/** Of which chosen jurisdictions and sectors no row tells anything; nothing where there is a row for each pair. */
export function LawGaps({ gaps }: { readonly gaps: readonly LawGapOfCharter[] }) {
  const words = useWords()
  if (gaps.length === 0) return null
  const jurisdictions = [...new Set(gaps.map(({ jurisdiction }) => jurisdiction))]
  return (
    <section className="law-gaps">
      <p>{words.say('law.gaps')}</p>
      <ul>
        {jurisdictions.map((one) => (
          <li key={one}>
            {words.say('law.gap', {
              jurisdiction: regionName(words.locale, one),
              sectors: words.list(
                gaps
                  .filter(({ jurisdiction }) => jurisdiction === one)
                  .map(({ sector }) => words.say(`law.sector.${sector}`)),
              ),
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}
