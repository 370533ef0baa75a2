/** Local times of one zone as instants, the zone's offset changes read only as far as the times at hand need. */
import { compileZone, type Day, dateOfDay, dayNumber, instantOf, openZone, type Zone } from '../../calendar/index.ts'
import { EARLIEST_DAY, LATEST_DAY, type ReadTime } from './time-format.ts'

const MS_OF_DAY = 86_400_000

export class LocalClock {
  private readonly name: string
  private readonly zoneData: string
  private zone: Zone | undefined
  /** Whole years, the last one excluded, that `zone` covers with a margin. */
  private fromYear = 0
  private untilYear = 0

  /** `zone`: an IANA name; `zoneData`: the name of the runtime's zone data. */
  constructor(zone: string, zoneData: string) {
    this.name = zone
    this.zoneData = zoneData
  }

  /** UTC ms; undefined where the time lies outside the years 1900 to 2199. Throws CalendarError `unknown-zone`. */
  instant(time: ReadTime): number | undefined {
    if (time.kind === 'instant') return isSane(Math.floor(time.ms / MS_OF_DAY)) ? time.ms : undefined
    if (!isSane(time.day)) return undefined
    return instantOf(this.zoneFor(time.day), time.day, time.minute) + time.ms
  }

  /** The zone, known around an instant (UTC ms) that `instant` gave. */
  zoneAt(instant: number): Zone {
    return this.zoneFor(Math.floor(instant / MS_OF_DAY))
  }

  private zoneFor(day: Day): Zone {
    const { year } = dateOfDay(day)
    if (this.zone !== undefined && year >= this.fromYear && year < this.untilYear) return this.zone
    this.fromYear = this.zone === undefined ? year - 2 : Math.min(this.fromYear, year - 2)
    this.untilYear = this.zone === undefined ? year + 3 : Math.max(this.untilYear, year + 3)
    const from = (dayNumber(this.fromYear, 1, 1) - 2) * MS_OF_DAY
    const until = (dayNumber(this.untilYear, 1, 1) + 2) * MS_OF_DAY
    this.zone = openZone(compileZone(this.name, from, until, this.zoneData))
    return this.zone
  }
}

function isSane(day: Day): boolean {
  return day >= EARLIEST_DAY && day < LATEST_DAY
}
