import type { mailHealth as master } from '../en/mail-health.ts'

export const mailHealth: Readonly<Record<keyof typeof master, string>> = {
  'health.title': 'حالة البريد',
  'health.lead': 'ما ورد وما صدر، صندوقًا صندوقًا. أجزاء كل سطر مجموعها كله.',
  'health.none': 'لا عنوان بعد',
  'health.none-hint': 'تظهر الصناديق هنا حين يكون للشركة عنوان بريد.',
  'health.state.well': 'كل شيء بخير',
  'health.state.late': 'بريد ينتظر القراءة',
  'health.state.failing': 'الجلب لا ينجح',
  'health.state.given-up': 'بريد تعذَّر تسليمه',
  'health.to-look-at':
    '{count, plural, zero {لا رسائل للنظر} one {رسالة للنظر فيها} two {رسالتان للنظر فيهما} few {# رسائل للنظر فيها} many {# رسالة للنظر فيها} other {# رسالة للنظر فيها}}',
  'health.last-mail': 'آخر رسالة {time}',
  'health.no-mail': 'لم ترد رسائل بعد',
  'health.waiting': 'أقدم رسالة تنتظر القراءة وردت {time}.',
  'health.direct': 'تُرسل إلينا مباشرة',
  'health.fetched': 'تُجلب من {host}، آخر مرة {time}',
  'health.not-fetched': 'تُجلب من {host}، ولم تكتمل بعد',
  'health.failing': 'لا ينجح الجلب منذ {time}.',
  'health.next-try': 'يُعاد {time}.',
  'health.plus.refused':
    'لا يصل هناك بريد إلى عناوين مثل {address}. تجد الأجوبة طلبها بالرسالة التي تجيب عنها، ويجيب العاملون في المكتب نفسه لا من برنامج بريدهم.',
  'health.plus.unknown':
    'لا يُعرف بعد هل يصل هناك بريد إلى عناوين مثل {address}. حتى ذلك الحين تجد الأجوبة طلبها بالرسالة التي تجيب عنها.',
  'health.fetch': 'اجلب الآن',
  'health.fetch-of': 'اجلب بريد {address} الآن',
  'health.asked': 'سُئل الخادم. يصل ما هناك بعد لحظة.',
  'health.came': 'الوارد',
  'health.left': 'الصادر',
  'health.counts-of': '{what}: {address}',
  'health.day': '24 ساعة',
  'health.week': '7 أيام',
  'health.out.written': 'كُتبت',
  'health.out.sent': 'أُرسلت',
  'health.out.waiting': 'تنتظر',
  'health.out.deferred': 'تُعاد',
  'health.out.given_up': 'تُركت',
  'health.compared':
    'المجلد {folder}، قورن {time}: {count, plural, zero {لا رسائل هناك.} one {رسالة واحدة هناك.} two {رسالتان هناك.} few {# رسائل هناك.} many {# رسالة هناك.} other {# رسالة هناك.}}',
  'health.compared-same': 'كلها محفوظة هنا.',
  'health.compared-fetched':
    '{count, plural, zero {لم ينقص شيء.} one {كانت رسالة ناقصة وجُلبت.} two {كانت رسالتان ناقصتين وجُلبتا.} few {كانت # رسائل ناقصة وجُلبت.} many {كانت # رسالة ناقصة وجُلبت.} other {كانت # رسالة ناقصة وجُلبت.}}',
  'health.compared-failed':
    '{count, plural, zero {لا ينقص شيء.} one {رسالة ناقصة تعذَّر جلبها. سيُعاد الجلب.} two {رسالتان ناقصتان تعذَّر جلبهما. سيُعاد الجلب.} few {# رسائل ناقصة تعذَّر جلبها. سيُعاد الجلب.} many {# رسالة ناقصة تعذَّر جلبها. سيُعاد الجلب.} other {# رسالة ناقصة تعذَّر جلبها. سيُعاد الجلب.}}',
  'health.compared-gone':
    '{count, plural, zero {لم يذهب شيء من هناك.} one {رسالة محفوظة هنا لم تعد هناك: نقلها أحد أو حذفها.} two {رسالتان محفوظتان هنا لم تعودا هناك: نقلهما أحد أو حذفهما.} few {# رسائل محفوظة هنا لم تعد هناك: نقلها أحد أو حذفها.} many {# رسالة محفوظة هنا لم تعد هناك: نقلها أحد أو حذفها.} other {# رسالة محفوظة هنا لم تعد هناك: نقلها أحد أو حذفها.}}',
  'health.bytes-whole':
    'قُرئت الأصول ثانية {time}: {count, plural, zero {لا رسائل.} one {رسالة واحدة، سليمة.} two {رسالتان سليمتان.} few {# رسائل، كلها سليمة.} many {# رسالة، كلها سليمة.} other {# رسالة، كلها سليمة.}}',
  'health.bytes-bad':
    'قُرئت الأصول ثانية {time}: {count, plural, zero {لا نقص.} one {أصل واحد ناقص أو تالف. أعيدوه من نسخة احتياطية.} two {أصلان ناقصان أو تالفان. أعيدوهما من نسخة احتياطية.} few {# أصول ناقصة أو تالفة. أعيدوها من نسخة احتياطية.} many {# أصلًا ناقصًا أو تالفًا. أعيدوها من نسخة احتياطية.} other {# أصل ناقص أو تالف. أعيدوها من نسخة احتياطية.}}',
  'health.room-short': 'القرص شبه ممتلئ: بقي {free, number} م.ب. يبقى البريد عند مرسليه حتى يتوفَّر مكان.',
  'health.key-lacking':
    'المفتاح الذي يوقِّع بريد {domain} مفقود من DNS أو تغيَّر فيه. ما زالت رسائله تُوقَّع. لوحظ ذلك: {time}.',
  'health.key-stopped':
    'بريد {domain} يخرج بلا توقيع: المفتاح الذي كان يوقِّعه مفقود من DNS أو تغيَّر فيه. لوحظ ذلك: {time}.',
  'health.see-key': 'انظر سجله',
  'mail.outcome.to-look-at': 'للنظر فيها',
  'mail.read': 'اقرأها',
  'mail.hide': 'أخفها',
  'mail.leave': 'اتركها هنا',
  'mail.left': 'نُظر فيها: مكانها صحيح',
  'mail.retry': 'حاول قراءتها ثانية',
  'mail.raw-shown': 'تعذَّرت قراءتها. هذه بدايتها كما وردت.',
  'mail.no-text': 'لا شيء فيها.',
  'mail.every-state': 'الكل',
  'mail.send-now': 'أرسل الآن',
}
