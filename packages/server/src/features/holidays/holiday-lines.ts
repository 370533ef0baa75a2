import type { HolidayList } from './holiday.ts'

/** Lists as the lines of a calendar in a charter: dates with their names, until when they are known, and where they come from. */
export function holidayLines({ holidays, source, until }: HolidayList): string {
  return [
    'closed:',
    ...holidays.map(({ date, name, isTentative }) => `  - ${date}${remark(name, isTentative)}`),
    `holidays until: ${until}`,
    `holidays from: ${JSON.stringify(source)}`,
    '',
  ].join('\n')
}

function remark(name: string, isTentative: boolean): string {
  const words = [name, ...(isTentative ? ['(by the moon: may be another day)'] : [])].filter((word) => word !== '')
  return words.length === 0 ? '' : ` # ${words.join(' ').replaceAll(/\s+/g, ' ')}`
}
