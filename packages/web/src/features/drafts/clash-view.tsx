import { useState } from 'react'
import { useWords } from '../../messages/words.tsx'
import type { Clash } from './draft-sync.ts'
import { patchBetween } from './patch-between.ts'

/** Two people wrote in one place of the text: both are shown, and the reader decides. */
export function ClashView({ clash, onSettle }: { readonly clash: Clash; readonly onSettle: (text: string) => void }) {
  const words = useWords()
  const [mine, setMine] = useState(clash.mine)
  const [patch] = patchBetween(clash.theirs, clash.mine)
  return (
    <section className="clash" aria-label={words.say('studio.clash')}>
      <p className="band risk" role="alert">
        {words.say('studio.clash.lead')}
      </p>
      <div className="both">
        <label className="field">
          <span>{words.say('studio.clash.mine')}</span>
          <textarea
            className="input fixed"
            dir="ltr"
            spellCheck={false}
            value={mine}
            onChange={({ currentTarget }) => setMine(currentTarget.value)}
          />
          <button type="button" className="button main" onClick={() => onSettle(mine)}>
            {words.say('studio.clash.take-mine')}
          </button>
        </label>
        <label className="field">
          <span>{words.say('studio.clash.theirs', { line: lineAt(clash.theirs, patch?.from ?? 0) })}</span>
          <textarea className="input fixed" dir="ltr" readOnly value={clash.theirs} />
          <button type="button" className="button" onClick={() => onSettle(clash.theirs)}>
            {words.say('studio.clash.take-theirs')}
          </button>
        </label>
      </div>
    </section>
  )
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
