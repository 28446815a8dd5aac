import { describe, expect, test } from 'vitest'
import { messageDeclarations, messageKinds } from '@rmtools/contracts/crm/message-kinds'
import { metaText, whatsappTemplate } from './whatsapp-templates.ts'

const templates = messageKinds
  .filter((kind) => messageDeclarations[kind].channels.includes('sms'))
  .flatMap((kind) => (['id', 'en'] as const).map((language) => whatsappTemplate(kind, language)))
const utility = templates.filter(({ category }) => category === 'UTILITY')

describe('a WhatsApp template', () => {
  // The rules by which Meta rejects a template before anybody reads it.
  test.each(utility)('$name $language can be approved', (template) => {
    const body = metaText(template)
    expect(template.name).toMatch(/^[a-z0-9_]{1,512}$/)
    expect(body.length).toBeLessThan(1024)
    expect(body).not.toMatch(/^\s*\{\{|\}\}\s*$/)
    expect(body).not.toMatch(/\n{3}|\t| {5}|\}\}\s*\{\{/)
    expect(body).not.toMatch(/(?<!\{)\{[a-zA-Z]/)
    const used = [...body.matchAll(/\{\{(\d+)\}\}/g)].map(([, number]) => Number(number))
    const expected = template.placeholders.map((_, index) => index + 1)
    expect(used.toSorted((a, b) => a - b)).toEqual(expected)
  })

  test('of a code has one parameter, and a fixed name', () => {
    const codes = templates.filter(({ category }) => category === 'AUTHENTICATION')
    expect(codes.length).toBeGreaterThan(2)
    for (const { placeholders, name } of codes)
      expect([placeholders, /^rmtools_\w+_code$/.test(name)]).toEqual([['code'], true])
  })

  test('has one name in both languages, and its own', () => {
    expect(new Set(templates.map(({ name }) => name)).size).toBe(templates.length / 2)
  })
})
