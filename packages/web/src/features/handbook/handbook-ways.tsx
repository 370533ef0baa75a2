import { useMutation } from '@tanstack/react-query'
import { Download, Printer } from 'lucide-react'
import { linkTo, refusalOf } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { useMe } from '../people/me.tsx'

/** A version of the handbook to take along: on one page to print, as PDF, as Markdown. */
export function HandbookWays({ version }: { readonly version: number }) {
  const words = useWords()
  const { workspace } = useMe()
  const address = (format: 'html' | 'md' | 'pdf') =>
    linkTo('readHandbookEdition', {}, workspace.slug, { version, language: words.language, format })
  // Fetched here, so that a server without Chromium can say so on this page.
  const pdf = useMutation({
    async mutationFn() {
      const answer = await fetch(address('pdf'))
      if (!answer.ok) throw await refusalOf(answer)
      return answer.blob()
    },
    onSuccess(blob) {
      const link = document.createElement('a')
      link.href = URL.createObjectURL(blob)
      link.download = `handbook-${version}-${words.language}.pdf`
      link.click()
      // Some browsers read it a while after the press.
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
    },
  })
  return (
    <div className="handbook-ways">
      <a className="button plain" href={address('html')} target="_blank" rel="noopener">
        <Printer aria-hidden="true" /> {words.say('handbook.print')}
      </a>
      <button type="button" className="button plain" disabled={pdf.isPending} onClick={() => pdf.mutate()}>
        <Download aria-hidden="true" /> {words.say(pdf.isPending ? 'handbook.making-pdf' : 'handbook.pdf')}
      </button>
      <a className="button plain" href={address('md')} download="">
        <Download aria-hidden="true" /> {words.say('handbook.markdown')}
      </a>
      {pdf.error !== null && (
        <p role="alert" className="quiet">
          {troubleWords(pdf.error, words)}
        </p>
      )}
    </div>
  )
}
