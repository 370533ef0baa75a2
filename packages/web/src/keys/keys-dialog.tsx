import { useWords } from '../messages/words.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { shortcutsAreOn } from './shortcuts-setting.page.ts'
import './keys-dialog.css'

const GROUPS = [
  [
    'keys.move',
    [
      ['j', 'keys.next'],
      ['k', 'keys.previous'],
      ['Enter', 'keys.open'],
      ['u', 'keys.back'],
      ['c', 'keys.new'],
    ],
  ],
  [
    'keys.act',
    [
      ['r', 'keys.reply'],
      ['n', 'keys.note'],
      ['f', 'keys.forward'],
      ['Shift+A', 'keys.assign'],
      ['s', 'keys.state'],
      ['l', 'keys.facts'],
      ['g', 'keys.grant'],
      ['w', 'keys.why'],
    ],
  ],
  [
    'keys.write',
    [
      ['Ctrl+Enter', 'keys.send'],
      ['Ctrl+Shift+Enter', 'keys.send-solve'],
      ['Esc', 'keys.leave'],
      ['?', 'keys.help'],
    ],
  ],
] as const

/** All keys of the keyboard that the desk knows. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords()
  return (
    <Dialog title={words.say('keys.title')} onClose={onClose} wide>
      {!shortcutsAreOn() && <p className="band risk">{words.say('keys.off')}</p>}
      <div className="keys">
        {GROUPS.map(([group, keys]) => (
          <section key={group}>
            <h3>{words.say(group)}</h3>
            <dl>
              {keys.map(([key, what]) => (
                <div key={key}>
                  <dt>{words.say(what)}</dt>
                  <dd className="ltr">
                    {key.split('+').map((part) => (
                      <kbd key={part}>{part}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
