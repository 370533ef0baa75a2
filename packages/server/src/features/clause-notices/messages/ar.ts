import type { Catalogue } from './en.ts'

export const ar: Catalogue = {
  subject:
    '{count, plural, zero {لا بنود تغيّرت لكم: الإصدار {version}} one {تغيّر بند يخصكم: الإصدار {version}} two {تغيّر بندان يخصانكم: الإصدار {version}} few {تغيّرت # بنود تخصكم: الإصدار {version}} many {تغيّر # بندًا يخصكم: الإصدار {version}} other {تغيّر # بند يخصكم: الإصدار {version}}}',
  intro: '{title}: الإصدار {version} نافذ منذ {from}.',
  'intro.ahead': '{title}: يسري الإصدار {version} ابتداءً من {from}.',
  lead: '{count, plural, zero {لم يتغيّر أي بند يخصكم. تبقى الطلبات المفتوحة من قبل على ما وُعد به أصحابها.} one {تغيّر نص بند واحد يخصكم. تبقى الطلبات المفتوحة من قبل على ما وُعد به أصحابها.} two {تغيّر نص بندين يخصانكم. تبقى الطلبات المفتوحة من قبل على ما وُعد به أصحابها.} few {تغيّر نص # بنود تخصكم. تبقى الطلبات المفتوحة من قبل على ما وُعد به أصحابها.} many {تغيّر نص # بندًا يخصكم. تبقى الطلبات المفتوحة من قبل على ما وُعد به أصحابها.} other {تغيّر نص # بند يخصكم. تبقى الطلبات المفتوحة من قبل على ما وُعد به أصحابها.}}',
  'first.subject':
    '{count, plural, zero {لا بنود من الميثاق لتقرؤوها} one {بند من الميثاق لتقرؤوه} two {بندان من الميثاق لتقرؤوهما} few {# بنود من الميثاق لتقرؤوها} many {# بندًا من الميثاق لتقرؤوها} other {# بند من الميثاق لتقرؤوها}}',
  'first.lead':
    '{title}، الإصدار {version}. {count, plural, zero {لا يخصكم منه أي بند.} one {يخصكم منه بند واحد من الآن.} two {يخصكم منه بندان من الآن.} few {تخصكم منه # بنود من الآن.} many {يخصكم منه # بندًا من الآن.} other {يخصكم منه # بند من الآن.}}',
  clause: '{clause}: {change}',
  'kind.promise': 'الوعد {id}',
  'kind.escalation': 'التصعيد {id}',
  'kind.remedy': 'التعويض {id}',
  'kind.authority': 'الصلاحية {id}',
  'kind.clause': 'البند {id}',
  'change.stricter': 'أشدّ من قبل',
  'change.looser': 'أخفّ من قبل',
  'change.changed': 'تغيّر',
  'change.added': 'جديد',
  'change.removed': 'أُلغي',
  'about.says': 'النص',
  'about.because': 'السبب',
  'about.all': 'كل الطلبات',
  'field.clock': 'ما يُحتسب وقته',
  'field.pauses': 'يتوقف احتساب الوقت أثناء',
  'field.measured': 'طريقة القياس',
  'field.when': 'لأي الطلبات',
  'field.hit': 'أي سطر يُعتمد',
  'field.no answer needed': 'لا يحتاج إلى رد',
  'field.on change': 'عند تغيّر المعطيات',
  'field.if broken': 'عند الإخلال به',
  'field.for': 'للوعد',
  'field.on': 'عند الحدث',
  'field.position': 'للمنصب',
  before: 'سابقًا: {text}',
  now: 'الآن: {text}',
  nothing: 'لا شيء',
  acknowledge: 'يُرجى قراءة التغييرات ثم تأكيد ذلك هنا:',
  'reminder.subject':
    '{count, plural, zero {لم يبقَ ما تقرؤونه من الإصدار {version}} one {بقي بند لم تؤكدوا قراءته من الإصدار {version}} two {بقي بندان لم تؤكدوا قراءتهما من الإصدار {version}} few {بقيت # بنود لم تؤكدوا قراءتها من الإصدار {version}} many {بقي # بندًا لم تؤكدوا قراءتها من الإصدار {version}} other {بقي # بند لم تؤكدوا قراءتها من الإصدار {version}}}',
  'reminder.text':
    '{count, plural, zero {لم يبقَ بند يخصكم في الإصدار {version} دون تأكيد قراءته: {clauses}.} one {في الإصدار {version} بند يخصكم ولم تؤكدوا قراءته بعد: {clauses}.} two {في الإصدار {version} بندان يخصانكم ولم تؤكدوا قراءتهما بعد: {clauses}.} few {في الإصدار {version} # بنود تخصكم ولم تؤكدوا قراءتها بعد: {clauses}.} many {في الإصدار {version} # بندًا يخصكم ولم تؤكدوا قراءتها بعد: {clauses}.} other {في الإصدار {version} # بند يخصكم ولم تؤكدوا قراءتها بعد: {clauses}.}}',
}
