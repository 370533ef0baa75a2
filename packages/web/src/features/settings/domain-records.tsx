import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../messages/words.tsx'
import { Trouble } from '../../ui/standing-in.tsx'
import { settingsQueries } from './settings-queries.page.ts'

/** What a domain says of who may send its mail and of what becomes of other mail, and what is missing. */
export function DomainRecords({ domain }: { readonly domain: string }) {
  const words = useWords()
  const { data, error, refetch } = useQuery(settingsQueries.domainRecords(domain))
  return (
    <div className="records">
      <h3>{words.say('records.of', { domain })}</h3>
      {error !== null && <Trouble error={error} again={refetch} />}
      {data === undefined && error === null && (
        <p className="quiet" role="status">
          {words.say('records.asking')}
        </p>
      )}
      {data !== undefined && (
        <ul>
          <li className={data.spf.state === 'there' ? undefined : 'wanting'}>
            {words.say(`records.spf.${data.spf.state}`)}
            <Said lines={data.spf.said} />
          </li>
          <li className={data.dmarc.state === 'there' ? undefined : 'wanting'}>
            {words.say(`records.dmarc.${data.dmarc.state}`)}
            <Said lines={data.dmarc.state === 'missing' ? [data.dmarc.name] : data.dmarc.said} />
          </li>
        </ul>
      )}
    </div>
  )
}

function Said({ lines }: { readonly lines: readonly string[] }) {
  return lines.map((line) => (
    <code key={line} className="record" dir="ltr">
      {line}
    </code>
  ))
}
