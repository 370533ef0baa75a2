import type { findings as master } from '../en/findings.ts'

export const findings: Readonly<Record<keyof typeof master, string>> = {
  'says.uncovered-case.some':
    'لا يتعهَّد {clause} بشيء في هذه الحالة: {cases}{more, plural, =-1 {؛ أو حالات أخرى} =0 {} zero {} one {؛ أو نوع آخر من الحالات} two {؛ أو نوعان آخران من الحالات} few {؛ أو # أنواع أخرى من الحالات} many {؛ أو # نوعًا آخر من الحالات} other {؛ أو # نوع آخر من الحالات}}. لا يشملها أي سطر. أضف سطرًا لها، أو سطرًا أخيرًا بلا شروط، أو أخرجها من النطاق عبر «when».',
  'says.uncovered-case.never':
    'لا يتعهَّد {clause} بشيء لأي طلب: لا ينطبق أي سطر على حالة من نطاقه. قارن أسطره بـ «when».',
  'says.uncovered-unknown':
    'لا يتعهَّد {clause} بشيء في هذه الحالة: {cases}{more, plural, =-1 {؛ أو حالات أخرى} =0 {} zero {} one {؛ أو نوع آخر من الحالات} two {؛ أو نوعان آخران من الحالات} few {؛ أو # أنواع أخرى من الحالات} many {؛ أو # نوعًا آخر من الحالات} other {؛ أو # نوع آخر من الحالات}}. لا يشملها أي سطر. البيان الذي لم يُملأ لا يطابق إلا «-» والخانة الفارغة و«unknown»: أضف سطرًا أخيرًا بلا شروط، أو سطرًا لـ «unknown».',
  'says.uncovered-remedy.some':
    'لا يعرض {clause} شيئًا في هذه الحالة: {cases}{more, plural, =-1 {؛ أو حالات أخرى} =0 {} zero {} one {؛ أو نوع آخر من الحالات} two {؛ أو نوعان آخران من الحالات} few {؛ أو # أنواع أخرى من الحالات} many {؛ أو # نوعًا آخر من الحالات} other {؛ أو # نوع آخر من الحالات}}. لا يشملها أي سطر. أضف سطرًا لها، أو سطرًا أخيرًا بلا شروط، أو أخرجها من النطاق عبر «when».',
  'says.uncovered-remedy.never':
    'لا يعرض {clause} شيئًا لأي طلب: لا ينطبق أي سطر على حالة من نطاقه. قارن أسطره بـ «when».',
  'says.empty-scope': 'لا يقع أي طلب أبدًا ضمن «when» في {clause}، فلا يُطبَّق هذا البند أبدًا. أصلح الشرط أو أزل البند.',
  'says.overlapping-rows':
    'ينطبق السطر {row, number} من {clause} ({gives}) على طلبات {count, plural, zero {ينطبق عليها أيضًا السطر {rows}} one {ينطبق عليها أيضًا السطر {rows}} two {ينطبق عليها أيضًا السطران {rows}} few {تنطبق عليها أيضًا الأسطر {rows}} many {تنطبق عليها أيضًا الأسطر {rows}} other {تنطبق عليها أيضًا الأسطر {rows}}}، ومع «hit: unique» لا ينال مثل هذا الطلب شيئًا. اجعل الشروط يستبعد بعضها بعضًا، أو اكتب «hit: first».',
  'says.unreachable-row.never':
    'السطر {row, number} من {clause} ({gives}) لا يُبلغ أبدًا: لا يستوفي شروطه أي طلب ضمن النطاق. أصلحها أو أزل السطر.',
  'says.unreachable-row.taken':
    'السطر {row, number} من {clause} ({gives}) لا يُبلغ أبدًا: كل طلب يستوفي شروطه {count, plural, zero {يأخذه قبله السطر {rows}} one {يأخذه قبله السطر {rows}} two {يأخذه قبله السطران {rows}} few {تأخذه قبله الأسطر {rows}} many {تأخذه قبله الأسطر {rows}} other {تأخذه قبله الأسطر {rows}}}. انقله إلى أعلى، أو أزله.',
  'says.duplicate-row': 'للسطر {row, number} من {clause} ({gives}) شروط السطر {earlier, number} نفسها. أزل أحدهما.',
  'says.row-changes-nothing':
    'السطر {row, number} من {clause} ({gives}) لا يغيّر شيئًا: من دونه تنال الطلبات نفسها الشيء نفسه {count, plural, zero {من السطر {rows}} one {من السطر {rows}} two {من السطرين {rows}} few {من الأسطر {rows}} many {من الأسطر {rows}} other {من الأسطر {rows}}}. أزله، أو أصلح ما يعطيه.',
  'says.table-too-large':
    'في جدول {clause} حالات مختلفة أكثر من أن تُفحص واحدة واحدة ({columns, plural, zero {لا أعمدة} one {عمود واحد} two {عمودان} few {# أعمدة} many {# عمودًا} other {# عمود}}، {rows, plural, zero {لا أسطر} one {سطر واحد} two {سطران} few {# أسطر} many {# سطرًا} other {# سطر}}). قسّمه إلى بنود، لكل منها «when» خاص به.',
  'says.calendar-never-opens':
    'التقويم «{calendar}» لا يفتح أبدًا بدءًا من {date}، فلا يحين موعد أي تعهُّد يُحسب به. اكتب ساعاته تحت «open».',
  'says.closed-longer-than-target.late':
    'التقويم «{calendar}» مغلق {dates, plural, zero {# يوم} one {يومًا واحدًا} two {يومين متتاليين} few {# أيام متتالية} many {# يومًا متتاليًا} other {# يوم متتالٍ}}، من {first} إلى {last}، بينما يتعهَّد {clause} بـ {target}: ما يبدأ {starts} يحين موعده {due} ({zone}). افتح في بعض هذه الأيام، أو أخبر العملاء بالإغلاق.',
  'says.closed-longer-than-target.never':
    'التقويم «{calendar}» مغلق {dates, plural, zero {# يوم} one {يومًا واحدًا} two {يومين متتاليين} few {# أيام متتالية} many {# يومًا متتاليًا} other {# يوم متتالٍ}}، من {first} إلى {last}، بينما يتعهَّد {clause} بـ {target}: ما يبدأ {starts} لا يحين موعده أبدًا ({zone}). افتح في بعض هذه الأيام، أو أخبر العملاء بالإغلاق.',
  'says.holidays-run-out.past':
    'انتهت العطل المعروفة في «{calendar}» بتاريخ {date}: المواعيد بعده معلَّمة بأنها غير مؤكدة. أضف العطل التالية وأخّر «holidays until».',
  'says.holidays-run-out.today':
    'تنتهي العطل المعروفة في «{calendar}» اليوم: المواعيد بعده معلَّمة بأنها غير مؤكدة. أضف العطل التالية وأخّر «holidays until».',
  'says.holidays-run-out.soon':
    'تنتهي العطل المعروفة في «{calendar}» بتاريخ {date}، {days, plural, zero {اليوم} one {بعد يوم واحد} two {بعد يومين} few {بعد # أيام} many {بعد # يومًا} other {بعد # يوم}}: المواعيد بعده معلَّمة بأنها غير مؤكدة. أضف العطل التالية وأخّر «holidays until».',
  'says.holidays-without-end':
    'في «{calendar}» أيام إغلاق بلا «holidays until»: بعد آخرها، {date}، يُعدّ كل يوم عاديًا. اكتب حتى متى أيام الإغلاق معروفة.',
  'says.text-missing.languages':
    'لا نص ({part}) {count, plural, zero {باللغة} one {باللغة} two {باللغتين} few {باللغات} many {باللغات} other {باللغات}}: {languages}. {count, plural, zero {قرّاء هذه اللغة} one {قرّاء هذه اللغة} two {قرّاء هاتين اللغتين} few {قرّاء هذه اللغات} many {قرّاء هذه اللغات} other {قرّاء هذه اللغات}} سيرونه بلغة أخرى.',
  'says.text-missing.values': 'للبيان «{fact}» نصوص لبعض قيمه، ولا نص لهذه: {values}.',
  'says.text-missing.silent':
    'البند {clause} للجميع وليس فيه «says»، فلا كلام عنه في الصفحة العامة. اكتبه، أو اجعل البند للموظفين.',
  'says.master-text-missing':
    'لا نص ({part}) بلغة الميثاق الأولى، التي تُصنع منها نصوص اللغات الأخرى: {language}. اكتبه.',
  'says.target-not-told':
    "النص ({part}) يذكر '{target}' بلغة ({language}) ولا يذكره بأخرى ({languages})، فلا يعرف القرّاء هناك الوقت. ضع '{target}' حيث يكون الوقت.",
  'says.translation-older':
    'تغيّر النص ({part}) بلغة ({language}) ولم يتغير بأخرى ({languages})، فيقرأ القرّاء هناك ما كان يقوله من قبل. حدِّث الترجمة، أو اتركها لسبب تذكره.',
  'says.given-up-conflict.start':
    'يُسقط الحدث «{event}» الحسابَ في {clause}، وهو نفسه الحدث الذي يبدأ به، فلا يمكن الوفاء به أبدًا. سمِّ حدثًا آخر تحت «given up».',
  'says.given-up-conflict.end': 'عند الحدث «{event}» يوفى بالحساب في {clause} ويُسقط معًا. سمِّ حدثًا آخر تحت «given up».',
  'says.target-of-nothing':
    'السطر {row, number} من {clause} ({gives}) لا يَعِد بأي وقت: يحين موعده لحظة بدء الحساب، ولا أحد يستطيع الوفاء به. اكتب مدة يمكن الوفاء بها.',
  'says.steps-out-of-order':
    'الخطوة {step, number} من {clause} ({at}) تُنفَّذ قبل الخطوة {earlier, number} ({before}) وهي مكتوبة بعدها. اكتب الخطوات بترتيب تنفيذها.',
  'says.unused-part.part': 'لا شيء في الميثاق يستعمل هذا: {part}. استعمله أو أزله.',
  'says.unused-part.remedy':
    'ليس للبند {clause} شروط، ولا يسمّيه أي تعهُّد تحت «if broken»، فيظهر بجانب كل طلب. سمِّه هناك، أو ضع له شروطًا.',
  'says.higher-tier-slower':
    'الصف {row, number} من {clause} ({gives}) يخدم {fact} {higher} متأخرًا عن خدمة الصف {by, number} للقيمة {lower} ({sooner})، وكل ما عدا ذلك سواء. قارن بينهما، أو اذكر السبب في «because».',
  'says.promises-disagree':
    '{clause} يعد بـ {gives} و{other} يعد بـ {otherwise} للأمر نفسه، وقد يقرأ العملاء كليهما. افصل بينهما بـ «when»، أو أبقِ واحدًا.',
  'says.promise-looser-than-law.late':
    'السطر {row, number} من {clause} ({gives}) يمنح وقتًا أطول من سطر القانون {law} ({allows}): ما يبدأ {starts} يحين موعده {due}، وتنتهي مهلة القانون {limit} ({zone}). عِد بوقت أقصر، أو أوقِف السطر تحت «law» مع ذكر سبب عدم سريانه.',
  'says.promise-looser-than-law.longer':
    'السطر {row, number} من {clause} ({gives}) يمنح وقتًا أطول من سطر القانون {law} ({allows}). عِد بوقت أقصر، أو أوقِف السطر تحت «law» مع ذكر سبب عدم سريانه.',
  'says.promise-looser-than-law.fewer':
    'السطر {row, number} من {clause} ({gives}) يُقاس على {promised, number}% من الحالات، وسطر القانون {law} ({allows}) يطلب {wanted, number}%. عِد بوقت أقصر، أو أوقِف السطر تحت «law» مع ذكر سبب عدم سريانه.',
  'says.promise-perhaps-looser-than-law.late':
    'السطر {row, number} من {clause} ({gives}) يمنح وقتًا أطول من سطر القانون {law} ({allows}): ما يبدأ {starts} يحين موعده {due}، وتنتهي مهلة القانون {limit} ({zone}). لم يُؤكَّد الرقم في النص الرسمي الساري، ولذلك لا يمنع هذا النشر. عِد بوقت أقصر، أو أوقِف السطر تحت «law» مع ذكر سبب عدم سريانه.',
  'says.promise-perhaps-looser-than-law.longer':
    'السطر {row, number} من {clause} ({gives}) يمنح وقتًا أطول من سطر القانون {law} ({allows}). لم يُؤكَّد الرقم في النص الرسمي الساري، ولذلك لا يمنع هذا النشر. عِد بوقت أقصر، أو أوقِف السطر تحت «law» مع ذكر سبب عدم سريانه.',
  'says.promise-perhaps-looser-than-law.fewer':
    'السطر {row, number} من {clause} ({gives}) يُقاس على {promised, number}% من الحالات، وسطر القانون {law} ({allows}) يطلب {wanted, number}%. لم يُؤكَّد الرقم في النص الرسمي الساري، ولذلك لا يمنع هذا النشر. عِد بوقت أقصر، أو أوقِف السطر تحت «law» مع ذكر سبب عدم سريانه.',
  'says.remedy-shorter-than-law':
    'لا يمنح {clause} شيئًا في {on} إذا كان «{fact}» هو {since}، وبحسب سطر القانون {law} للعميل {allows}، واليوم الأخير منها. اجعله يسري هذه المدة، أو أوقِف السطر تحت «law» مع ذكر سبب عدم سريانه.',
  'says.dispute-body-missing':
    'بحسب {laws} يحق للعميل أن يلجأ إلى جهة لفض النزاع، والميثاق لا يسمي أي جهة. اكتب من هي وكيف يُتواصل معها تحت «dispute body» في «law»، أو أوقف {count, plural, zero {الصفوف} one {الصف} two {الصفين} few {الصفوف} many {الصفوف} other {الصفوف}} مع ذكر السبب.',
  'says.remedy-without-authority':
    'الصف {row, number} من {clause} ({gives}) يتيح «{remedy}»، ولا يحق لأي منصب منحه، فلن يستطيع أحد إعطاءه أبدًا. أضفه إلى «may» في بند صلاحية، أو أزله.',
  'says.escalation-goes-back.got':
    'الخطوة {step, number} من {clause} تسلّم التذكرة إلى {position}، وقد تسلّمها في الخطوة {earlier, number} من قبل: إنها تدور في حلقة. سلّمها إلى غيره، أو أخبره فقط.',
  'says.escalation-goes-back.round':
    'الخطوة {step, number} من {clause} تعيد التذكرة إلى {position}، وقد علم بها من الخطوة {earlier, number} من {other}، بعد أن تسلّمها {through}: إنها تدور في حلقة. سلّمها إلى غيره، أو أخبره فقط.',
  'says.promise-tighter-than-agreements':
    'الصف {row, number} من {clause} ({gives}) أضيق مما اتُّفق عليه تحته: ما يبدأ {starts} {count, plural, zero {يُنجَز حسب {agreements}} one {يُنجِز {agreements} جزأه منه} two {يُنجِز {agreements} جزأيهما منه واحدًا بعد الآخر} few {تُنجِز {agreements} أجزاءها منه واحدًا بعد الآخر} many {تُنجِز {agreements} أجزاءها منه واحدًا بعد الآخر} other {تُنجِز {agreements} أجزاءها منه واحدًا بعد الآخر}} في {ends}، وموعده يحين {due} ({zone}). تعهَّد بوقت أطول، أو اتفق على وقت أقصر.',
  'says.step-in-other-calendar':
    'الخطوة {step, number} من {clause} ({at}) تُحسب بالتقويم «{calendar}»، أما {promise} فبالتقويم «{own}»: خطوة تُنفَّذ بالتقويم «{own}» {would} لا تُنفَّذ إلا {acts} ({zone}). احسبها بالتقويم «{own}».',
  'says.position-unheld.step':
    'الخطوة {step, number} من {clause} تذهب إلى {position}، ولا أحد يشغل هذا المنصب: فلن تصل إلى أحد. أسند المنصب إلى أحد، أو سمِّ غيره.',
  'says.position-unheld.authority':
    '{clause} يقول ما يحق لـ {position} منحه، ولا أحد يشغل هذا المنصب. أسنده إلى أحد، أو أزل البند.',
  'says.lower-position-may-more':
    'الصف {row, number} من {clause} ({gives}) يتيح لـ {position} منح «{remedy}» أكثر مما يتيح {other} ({otherwise}) لـ {higher} الذي يعلوه. تُكتب المناصب من الأدنى إلى الأعلى: صحّح ترتيبها، أو ارفع هذا أو اخفض ذاك.',
  'says.remedy-beyond-authority.most':
    'الصف {row, number} من {clause} ({gives}) يعطي من «{remedy}» أكثر مما يحق لأي أحد منحه، وإن سُئل: الأقصى هو {most} ({position}، حسب {other}). اخفض «up to»، أو قيّده بشرط، أو اسمح لمنصب بمنح أكثر.',
  'says.remedy-beyond-authority.nobody':
    'الصف {row, number} من {clause} ({gives}) يعطي «{remedy}»، ولتذكرة كهذه لا يحق لأي منصب منح شيء منه. أصلح شروط الصلاحية، أو شروط الصف.',
  'says.objective-without-procedure':
    'لا إجراء يخدم {clause}: لا شيء يقول كيف يُبلَغ. اكتب «objective: {clause}» في إجراء، أو أضف إجراءً.',
  'says.procedure-without-standard': 'لا شيء يقيس {clause}. اذكر تحت «standards» الوعود التي يُقاس بها.',
  'says.step-never-reached.passed':
    'لا طريق يؤدي إلى الخطوة {step, number} من {clause}: ما قبلها يقود دائمًا إلى غيرها. غيّر «next» أو «when» في خطوة قبلها، أو احذفها.',
  'says.step-never-reached.never':
    'الخطوة {step, number} من {clause} لتذاكر ليست {clause} لها: شرطها «when» لا يتحقق أبدًا مع شرط الإجراء. غيّر أحدهما أو احذف الخطوة.',
  'says.value-without-evidence': '{clause} معلنة ولا شيء يُظهرها. اذكر تحت «shown by» البنود التي يراها العملاء فيها.',
  'says.definition-unanswered.nothing':
    'تعريف الخدمة الممتازة لا يجيب عن السؤال: {prompt} اكتب تحت «definition» سطرًا فيه «answers: {answers}»، أو اذكر سبب تركه مفتوحًا.',
  'says.definition-unanswered.nobody': '{clause} يذكر المسؤول عن الخدمة ولا يسمّي منصبًا. اكتب «position» فيه.',
  'says.clause-unattended.owner':
    '{count, plural, zero {لا أحد مسؤول عن {clauses}. حدّد «owner»، أو مسؤولًا عن الميثاق كله تحت «people».} one {لا أحد مسؤول عن {clauses}. حدّد «owner» له، أو مسؤولًا عن الميثاق كله تحت «people».} two {لا أحد مسؤول عن {clauses}. حدّد «owner» لكل منهما، أو مسؤولًا عن الميثاق كله تحت «people».} few {لا أحد مسؤول عن {clauses}. حدّد «owner» لكل منها، أو مسؤولًا عن الميثاق كله تحت «people».} many {لا أحد مسؤول عن {clauses}. حدّد «owner» لكل منها، أو مسؤولًا عن الميثاق كله تحت «people».} other {لا أحد مسؤول عن {clauses}. حدّد «owner» لكل منها، أو مسؤولًا عن الميثاق كله تحت «people».}}',
  'says.clause-unattended.objective':
    '{count, plural, zero {لا يخدم {clauses} أي هدف. اكتب «objective».} one {لا يخدم {clauses} أي هدف. اكتب فيه «objective».} two {لا يخدم {clauses} أي هدف. اكتب «objective» في كل منهما.} few {لا تخدم {clauses} أي هدف. اكتب «objective» في كل منها.} many {لا تخدم {clauses} أي هدف. اكتب «objective» في كل منها.} other {لا تخدم {clauses} أي هدف. اكتب «objective» في كل منها.}}',
  'says.clause-unattended.review':
    "لا موعد لمراجعة {count, plural, zero {{clauses}} one {{clauses}} two {{clauses}} few {{clauses}} many {{clauses}} other {{clauses}}}. اكتب «review» فيها، أو «review: '{' every: 12 months '}'» للميثاق كله.",
  'says.review-passed':
    'كان ينبغي أن يُراجَع {clause} حتى {date}، وقد مضى هذا اليوم. راجعه، ثم اكتب في «review» موعد المراجعة التالية.',
  'says.benchmark-old':
    'يقارن {clause} نفسه برقم لدى {of} قُرئ في {date}، أي قبل أكثر من 12 شهرًا. اقرأه من جديد، واكتب رقم اليوم مع مصدره وتاريخه.',
  'says.promise-incomplete':
    '{clause} معلن وفيه {there, number} من الحقول {all, number} التي يحتاجها قارئه. ينقصه: {missing}. اكتب في الوعد: {written}. ويجوز أن يُكتب «contact» و«complaints» مرة واحدة في الأعلى بدلًا من ذلك، للميثاق كله.',
  'says.vague-words': 'في {part} تقول {language}: «{words}»، وقد يعني ذلك ساعة أو أسبوعًا. اذكر الزمن، أو ما يُفعل.',
  'says.number-in-text':
    "في {part} كُتب الرقم {number} باليد ({language}): حين تتغير القاعدة لا تتغير الكلمات. إن كان هو الوقت الموعود فضعه في الجدول وضع '{target}' في النص، وإلا فقله بلا رقم.",
  'says.example-fails.due':
    'المثال {example, number} يتوقع من {clause} الموعد {expected}، والناتج {found} ({zone}). أصلح البند، أو اجعل الناتج هو المتوقَّع في المثال.',
  'says.example-fails.no-due':
    'المثال {example, number} يتوقع من {clause} الموعد {expected} ({zone})، ولا ينتج أي موعد. أصلح البند، أو اجعل الناتج هو المتوقَّع في المثال.',
  'says.example-fails.promised':
    'المثال {example, number} يتوقع ألا يعد {clause} بشيء، والصف {row, number} يعد. أصلح البند، أو اجعل الناتج هو المتوقَّع في المثال.',
  'says.example-fails.row':
    'المثال {example, number} يتوقع أن يقرر الصف {expected, number} من {clause}، والذي يقرر هو الصف {found, number}. أصلح البند، أو اجعل الناتج هو المتوقَّع في المثال.',
  'says.example-fails.no-row':
    'المثال {example, number} يتوقع أن يقرر الصف {expected, number} من {clause}، ولا ينطبق أي صف. أصلح البند، أو اجعل الناتج هو المتوقَّع في المثال.',
  'says.example-fails.not-evaluated':
    'المثال {example, number} يتوقع شيئًا من {clause}، ولا يمكن تقديره على تذكرته. أصلح البند، أو اجعل الناتج هو المتوقَّع في المثال.',
  'says.example-fails.allow':
    'المثال {example, number} يتوقع أن يسمح {clause} بما يلي: {expected}. وهو يسمح بما يلي: {found}. أصلح البند، أو اجعل الناتج هو المتوقَّع في المثال.',
  'says.example-fails.amount':
    'المثال {example, number} يتوقع من {clause} حتى {expected}، والناتج حتى {found}. أصلح البند، أو اجعل الناتج هو المتوقَّع في المثال.',
  'says.example-fails.no-amount':
    'المثال {example, number} يتوقع من {clause} حتى {expected}، ولا ينتج أي مبلغ. أصلح البند، أو اجعل الناتج هو المتوقَّع في المثال.',
  'says.example-fails.not-tried':
    '{count, plural, zero {لم يبقَ مثال بلا تجربة} one {لم يُجرَّب مثال واحد: المثال {example, number}} two {لم يُجرَّب مثالان، أولهما المثال {example, number}} few {لم تُجرَّب # أمثلة، أولها المثال {example, number}} many {لم يُجرَّب # مثالًا، أولها المثال {example, number}} other {لم يُجرَّب # مثال، أولها المثال {example, number}}}. الأمثلة أكثر مما تحتمله بنودها، أو تواريخها بعيدة جدًا. أزل ما لا يحتاج إليه أي صف، أو ضع تواريخ أقرب.',

  'read.not-readable':
    'النص ليس YAML ولا JSON. ابحث عن علامة اقتباس أو فاصلة أو نقطتين أو قوس ناقص هنا أو في السطر السابق.',
  'read.not-used-in-charters':
    'هنا YAML لا يستعمله الميثاق: مرساة أو اسم بديل أو وسم أو مفتاح دمج أو توجيه أو مستند ثانٍ. اكتب كل جزء كاملًا في مكانه.',
  'read.not-readable.tab': 'هنا علامة جدولة. استعمل المسافات بدلًا منها؛ فعلامة الجدولة ليست إزاحة في YAML.',
  'read.not-readable.indentation': 'لا يبدأ هذا السطر عند عمود الأسطر التي ينتمي إليها. اجعل إزاحته مثل إزاحتها.',
  'read.not-readable.indented-too-far':
    'أُزيح سطر هنا أكثر مما ينبغي، أو زادت نقطتان. اجعل إزاحته مثل الأسطر المجاورة، أو احذف النقطتين.',
  'read.not-readable.no-colon': 'هنا مكان اسم تليه نقطتان، في سطر واحد. أضف النقطتين، أو أغلق علامتي الاقتباس قبله.',
  'read.not-readable.no-space': 'تنقص مسافة بعد النقطتين. أضفها.',
  'read.not-readable.no-comma': 'تنقص هنا فاصلة أو نقطتان. أضفها، أو ضع النص بين علامتي اقتباس.',
  'read.not-readable.no-dash':
    'يبدأ كل عنصر في هذه القائمة بـ «- » ولا يبدأ هذا السطر بها. أضفها، أو أزح السطر ليكون من العنصر السابق.',
  'read.not-readable.nothing-between': 'لا شيء بين فاصلتين. احذف إحداهما.',
  'read.not-readable.open-quote': 'علامة اقتباس فُتحت هنا أو قبل ذلك لم تُغلق. أغلقها حيث ينتهي النص.',
  'read.not-readable.open-bracket': 'قوس فُتح قبل هذا لم يُغلق، أو ما بداخله غير مُزاح. أغلقه، أو أزح الأسطر التي بداخله.',
  'read.not-readable.extra-bracket': 'هذا القوس لا يغلق شيئًا. احذفه، أو ابحث عن قوس ناقص قبله.',
  'read.not-readable.needs-quotes':
    'يحتاج هذا النص إلى علامتي اقتباس، لأن YAML تقرأ رمزًا فيه على أنه لها. ضعه بين علامتي اقتباس.',
  'read.not-readable.dash-in-brackets': 'تعني الشرطة بين الأقواس قائمةً. ضعها بين علامتي اقتباس، أو احذف الخلية.',
  'read.not-readable.backslash':
    'تبدأ الشرطة المائلة العكسية بين علامتي اقتباس مزدوجتين رمزًا خاصًا. اكتبها مرتين، أو استعمل علامتين مفردتين.',
  'read.not-readable.comment-space': 'تنقص مسافة قبل علامة # التي تبدأ تعليقًا. أضفها.',
  'read.not-readable.empty': 'المستند فارغ. اكتب ميثاقًا.',
  'read.not-used-in-charters.anchor': 'هذا يسمّي جزءًا ليُكرَّر (مرساة). يكتب الميثاق كل جزء كاملًا: احذفه.',
  'read.not-used-in-charters.alias':
    'هذا يكرّر جزءًا آخر (اسم بديل). اكتب ذلك الجزء هنا كاملًا، أو ضع النص الذي يبدأ بـ * بين علامتي اقتباس.',
  'read.not-used-in-charters.tag':
    'هذا وسم نوع، ولا وسوم في الميثاق. احذفه، أو ضع النص الذي يبدأ بـ ! بين علامتي اقتباس.',
  'read.not-used-in-charters.merge': 'كان «<<» ليدمج جزءًا آخر هنا. اكتب حقوله هنا كاملة.',
  'read.not-used-in-charters.directive': 'لا معنى في الميثاق لسطر يبدأ بـ %. احذفه.',
  'read.not-used-in-charters.second-document':
    'يحوي الملف ميثاقًا واحدًا، وهنا يبدأ مستند ثانٍ. احذفه، أو احفظه في ملف مستقل.',
  'read.too-large': 'المستند أكبر مما يمكن قراءته في الوقت المتاح. قسّم الجداول الطويلة، أو انقل النصوص خارج الميثاق.',
  'read.too-deep': 'القوائم والحقول متداخلة بعمق زائد. لا جزء في الميثاق يحتاج إلى هذا العمق: ابحث عن قوس زائد.',
  'read.too-long': 'هذا النص أو الاسم أو الشرط أو القائمة أطول من اللازم. اختصره.',
  'read.too-many-findings': 'الملاحظات أكثر مما يظهر. أصلح هذه أولًا.',
  'read.forbidden-character': 'في النص محرف تحكّم أو نصف محرف. احذفه.',
  'read.forbidden-name': 'لهذا الاسم معنى عند البرامج. اختر غيره.',
  'read.named-twice': 'المفتاح أو الاسم أو المعرّف أو القيمة أو اليوم نفسه مكتوب مرتين. أبقِ واحدًا، أو غيّر اسم الآخر.',
  'read.bad-number':
    'للرقم شكل لا تقرؤه كل البرامج على نحو واحد، أو خاناته كثيرة جدًا. اكتبه 12 أو 12.5، وضع النص بين علامتي اقتباس.',
  'read.wrong-version': 'المستند ليس بصيغة «avow: 1». اكتبها في أوله، أو استعمل إصدارًا أحدث من البرنامج.',
  'read.wrong-shape': 'المطلوب هنا شكل آخر: نص أو قائمة أو حقول مع قيمها.',
  'read.missing-field': 'ينقص حقل لا بد منه. أضفه.',
  'read.unknown-field': 'لا يوجد هنا حقل بهذا الاسم. صحّح الاسم.',
  'read.unknown-clause-kind': 'لا يعرف هذا الإصدار هذا النوع من البنود بعد. اتركه، أو استعمل إصدارًا أحدث من البرنامج.',
  'read.fields-conflict': 'حقول تقول الشيء نفسه، أو يستبعد بعضها بعضًا، أو ليس هذا مكانها. أبقِ المقصود منها.',
  'read.bad-name': 'لا يُكتب الاسم أو المعرّف هكذا.',
  'read.reserved-name': 'لهذا الاسم معنى خاص به من قبل. اختر غيره.',
  'read.unknown-fact': 'لا يوجد بيان بهذا الاسم. صحّح الاسم، أو صرّح به تحت «facts».',
  'read.unknown-calendar': 'لا يوجد تقويم بهذا الاسم. صحّح الاسم، أو اكتبه تحت «calendars».',
  'read.unknown-event': 'لا يوجد حدث بهذا الاسم. صحّح الاسم، أو صرّح به تحت «events».',
  'read.unknown-position': 'لا يوجد منصب بهذا الاسم. صحّح الاسم، أو اكتبه تحت «positions».',
  'read.unknown-clause': 'لا يوجد بند يمكن أن يشير إليه هذا. صحّح المعرّف، أو اكتب البند.',
  'read.unknown-value': 'ليست هذه من القيم الممكنة هنا.',
  'read.unknown-zone': 'لا توجد منطقة زمنية بهذا الاسم. يُفرَّق بين الحروف الكبيرة والصغيرة.',
  'read.unknown-language': 'ليست هذه اللغة من لغات الميثاق. صحّح الرمز، أو أضفه إلى «languages».',
  'read.bad-text':
    "النص فارغ، أو يحتاج إلى علامتي اقتباس، أو فيه موضع لا يملؤه شيء. لا يرد '{target}' إلا في «says» لتعهُّد.",
  'read.bad-fact-type': 'ليس للبيان نوع معروف.',
  'read.fact-not-allowed':
    'لا يجوز استعمال هذا البيان هنا: يعدّه البرنامج بنفسه، أو ليس مبلغًا، أو يتغير أثناء الانتظار.',
  'read.bad-date': 'هذا ليس تاريخًا، أو ليس تاريخًا مع وقت، أو لا يناسب هذا الموضع.',
  'read.bad-hours': 'لا تكون ساعات العمل هكذا: وقت غير موجود، أو تداخل، أو يوم غير معروف.',
  'read.bad-duration': 'هذه ليست مدة، أو لا تقول كيف تُحسَب.',
  'read.bad-money': 'هذا ليس مبلغًا: رقم لا تزيد كسوره على كسور عملته، ثم حروف العملة الثلاثة.',
  'read.bad-measure': 'لا يُقاس التعهُّد هكذا. الممكن «each» و«share» و«mean».',
  'read.bad-condition': 'الشرط غير مفهوم، أو لا شيء يمكن أن يحققه.',
  'read.cuts-out-of-order':
    'عُمران في عمود واحد لهما ترتيب في بعض التواريخ وترتيب آخر في غيرها. اكتبهما كليهما بالأيام أو كليهما بالشهور.',

  'read.with.typed': 'المكتوب هنا «{typed}».',
  'read.with.of': 'يخص «{of}».',
  'read.with.needed': 'المطلوب: {needed}.',
  'read.with.together': 'المعني: {together}.',
  'read.with.line': 'انظر السطر {line, number}.',
  'read.with.most': 'الأقصى {most, number}.',
  'read.with.meant': 'هل تقصد «{meant}»؟',
  'read.with.possible': 'الممكن: {possible}.',
  'read.with.like': 'يُكتب مثلًا {like}.',

  'findings.nothing': 'لا شيء',
  'findings.part.title': 'العنوان',
  'findings.part.fact': 'البيان «{name}»',
  'findings.part.value': 'القيمة «{name}» من «{of}»',
  'findings.part.event': 'الحدث «{name}»',
  'findings.part.calendar': 'التقويم «{name}»',
  'findings.part.position': 'المنصب «{name}»',
  'findings.part.says': '«says» في {name}',
  'findings.part.because': '«because» في {name}',
  'findings.part.text': '«{name}» في {of}',
}
