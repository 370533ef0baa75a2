import type { Catalogue } from './en.ts'

export const ar: Catalogue = {
  subject:
    '{count, plural, zero {لا طلبات تنتظركم: {number}} one {طلب ينتظركم: {number}} two {طلبان ينتظرانكم: {number}} few {# طلبات تنتظركم: {number}} many {# طلبًا تنتظركم: {number}} other {# طلب تنتظركم: {number}}}',
  told: 'الطلب رقم {number}: حان موعد الخطوة {step} من {clause} في {due}.',
  given: 'الطلب رقم {number} أصبح في عهدتكم: حان موعد الخطوة {step} من {clause} في {due}.',
  waited:
    'الطلب رقم {number}: بلغ الانتظار في الخطوة {step} من {clause} أقصى مدته في {due}. تابعوا إلى الخطوة التالية.',
}
