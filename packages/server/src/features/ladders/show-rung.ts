import type { Ladder } from '@avow/contract'
import { formatInstant } from '@avow/core'
import { deputyOf } from '../absences/index.ts'
import { type PeopleNamed, personNamed } from '../charters/index.ts'
import type { Addressee, ClimbedRung } from './climb.ts'
import type { LadderPeople } from './people-of-ladder.ts'

type RungShown = Ladder['rungs'][number]

/** A step that was climbed, as the API says it. Who was erased is not among its people. */
export function showRung(rung: ClimbedRung, named: PeopleNamed, people: LadderPeople): RungShown {
  const { step, time, due, zone, isOpen, act, addressees, isLast } = rung
  return {
    ...{ step, time, due: due === null ? null : formatInstant(due), zone, is_open: isOpen },
    raises_priority: act.raise_priority,
    addressees: addressees.map((one) => showAddressee(one, rung, named, people)),
    on_duty: addressees.some(({ reaches }) => reaches.length > 0),
    is_last: isLast,
  }
}

function showAddressee(
  { position, how, holders, instead, reaches }: Addressee,
  { absent }: ClimbedRung,
  named: PeopleNamed,
  { disabled, mailed }: LadderPeople,
): RungShown['addressees'][number] {
  return {
    ...{ position, how, instead },
    holders: holders.flatMap((id) => {
      const person = personNamed(named, id)
      if (person === null) return []
      const away = absent.get(id)
      const deputy = away === undefined ? null : personNamed(named, deputyOf(id, absent, disabled) ?? null)
      return [{ person, away_until: away === undefined ? null : formatInstant(away.until), deputy }]
    }),
    reaches: reaches.flatMap((id) => {
      const person = personNamed(named, id)
      return person === null ? [] : [{ person, by_mail: mailed.has(id) }]
    }),
  }
}
