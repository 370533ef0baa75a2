import type { Ticket } from '@avow/contract'
import { useQuery } from '@tanstack/react-query'
import {
  Autocomplete,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  SearchField,
  useFilter,
} from 'react-aria-components'
import { call } from '../../api/call.page.ts'
import { queries } from '../../api/queries.page.ts'
import { withoutTurning } from '../../messages/isolates.ts'
import { useWords } from '../../messages/words.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { Avatar } from '../people/avatar.tsx'
import { AwayMark } from '../people/away-mark.tsx'
import { useMe } from '../people/me.tsx'
import { useTicketDeed } from './use-ticket-deed.page.ts'
import './assign-dialog.css'

/** Gives the ticket to a person or a team, or takes it from everybody. */
export function AssignDialog({ ticket, onClose }: { readonly ticket: Ticket; readonly onClose: () => void }) {
  const words = useWords()
  const { person: me } = useMe()
  const { data } = useQuery(queries.staff())
  const { contains } = useFilter({ sensitivity: 'base' })
  const assigning = useTicketDeed(
    (body: { readonly to: string | null; readonly team: string | null }) =>
      call('assignTicket', { params: { number: ticket.number }, body }),
    onClose,
  )
  const staff = data?.items.filter(({ is_disabled }) => is_disabled !== true) ?? []
  const mine = staff.filter(({ id }) => id === me?.id)
  const people = [...mine, ...staff.filter(({ id }) => id !== me?.id)]
  const teams = [...new Set(staff.flatMap(({ team }) => (team === null ? [] : [team])))].sort()

  const choose = (key: string): void => {
    const [kind, ...rest] = key.split(':')
    const named = rest.join(':')
    assigning.mutate(
      kind === 'person'
        ? { to: named, team: staff.find(({ id }) => id === named)?.team ?? null }
        : { to: null, team: kind === 'team' ? named : null },
    )
  }

  return (
    <Dialog title={words.say('assign.title')} onClose={onClose}>
      {assigning.error !== null && (
        <p className="band broken" role="alert">
          {troubleWords(assigning.error, words)}
        </p>
      )}
      <Autocomplete filter={contains}>
        <SearchField className="people-search" aria-label={words.say('assign.search')} autoFocus>
          <Input className="input" placeholder={words.say('assign.search')} />
        </SearchField>
        <ListBox
          className="people-list"
          aria-label={words.say('assign.title')}
          onAction={(key) => choose(String(key))}
          renderEmptyState={() => <p className="quiet">{words.say('assign.none')}</p>}
        >
          <ListBoxItem id="nobody:" textValue={words.say('nobody')}>
            <span className="avatar nobody" />
            {words.say('nobody')}
          </ListBoxItem>
          <ListBoxSection>
            <Header>{words.say('assign.people')}</Header>
            {people.map(({ id, name, team, away }) => (
              <ListBoxItem key={id} id={`person:${id}`} textValue={name}>
                <Avatar name={name} />
                <bdi className="one-line">{withoutTurning(name)}</bdi>
                {id === me?.id && <span className="mark">{words.say('assign.me')}</span>}
                <AwayMark away={away} />
                <span className="quiet one-line">{team}</span>
              </ListBoxItem>
            ))}
          </ListBoxSection>
          {teams.length > 0 && (
            <ListBoxSection>
              <Header>{words.say('assign.teams')}</Header>
              {teams.map((team) => (
                <ListBoxItem key={team} id={`team:${team}`} textValue={team}>
                  <bdi>{team}</bdi>
                </ListBoxItem>
              ))}
            </ListBoxSection>
          )}
        </ListBox>
      </Autocomplete>
    </Dialog>
  )
}
