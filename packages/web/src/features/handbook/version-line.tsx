import type { VersionRow } from '@avow/contract'
import { useWords } from '../../messages/words.tsx'
import { useMoments } from '../people/me.tsx'

/** Which version, from when, and who stands for it. */
export function VersionLine({ version }: { readonly version: VersionRow }) {
  const words = useWords()
  const moments = useMoments()
  const { state, effective, published_by: by, approved_by: approvers, by_one: byOne, hash, note } = version
  const time = moments.full(Date.parse(effective))
  return (
    <div className="version-line">
      <p>
        <span title={moments.exact(Date.parse(effective))}>
          {words.say(`version.${state}`, { version: version.version, time })}
        </span>{' '}
        <bdi className="quiet ltr" title={hash}>
          {hash.slice(0, 12)}
        </bdi>
      </p>
      {(by !== null || approvers.length > 0) && (
        <p className="quiet">
          {by !== null && words.say('version.published-by', { who: by.name })}{' '}
          {approvers.length > 0 &&
            words.say('version.approved-by', { who: words.list(approvers.map((person) => person.name)) })}{' '}
          {byOne && words.say('version.by-one')}
        </p>
      )}
      {note !== '' && (
        <p>
          <bdi>{note}</bdi>
        </p>
      )}
    </div>
  )
}
