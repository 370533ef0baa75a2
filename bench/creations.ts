import { chances } from './chances.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** 2024-11-01 to 2026-10-31 UTC. */
export const FIRST_DAY = Date.UTC(2024, 10, 1)
const DAYS = 730
/** How busy the hours of a day are (UTC): quiet nights, a morning and an evening peak. */
const HOURS = [2, 1, 1, 1, 1, 2, 5, 10, 16, 20, 21, 19, 17, 17, 17, 16, 16, 17, 18, 20, 19, 14, 8, 4]
/** Sunday to Saturday. */
const WEEKDAYS = [0.7, 1.3, 1.1, 1, 1, 1, 0.8]
const MONTHS = [1.2, 0.9, 0.9, 0.9, 0.9, 0.9, 0.95, 0.85, 0.95, 1, 1.4, 1.8]

/** Instants (UTC ms, whole seconds, rising) at which the customers of a shop turn to it, spread over two years. */
export function* creations(tickets: number, seed: number): Generator<number> {
  const draw = chances(seed)
  const weights: number[] = []
  let total = 0
  for (let day = 0; day < DAYS; day++) {
    const date = new Date(FIRST_DAY + day * DAY)
    const sale = date.getUTCMonth() === 10 && date.getUTCDate() >= 26 ? 2.5 : 1
    const busy = (WEEKDAYS[date.getUTCDay()] ?? 1) * (MONTHS[date.getUTCMonth()] ?? 1) * sale
    for (const hour of HOURS) {
      total += busy * hour
      weights.push(total)
    }
  }
  let hour = 0
  for (let number = 0; number < tickets; number++) {
    const place = ((number + draw.share()) / tickets) * total
    while ((weights[hour] ?? total) < place) hour++
    const before = weights[hour - 1] ?? 0
    const into = (place - before) / ((weights[hour] ?? total) - before)
    yield FIRST_DAY + hour * HOUR + 1000 * Math.floor(into * 3600)
  }
}
