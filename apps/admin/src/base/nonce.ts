// The page's policy refuses styles without its nonce, and some of antd's parts make style elements without one: each gets it at birth.

/** The nonce of this page. */
export const nonce =
  document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''

export function nonceStyles(): void {
  const create = document.createElement.bind(document)
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options)
    if (name === 'style') element.nonce = nonce
    return element
  }) as typeof document.createElement
  // A text area that grows is measured with a style attribute, which the policy refuses; the same by the object model is allowed.
  HTMLTextAreaElement.prototype.setAttribute = function setAttribute(name: string, value: string) {
    if (name === 'style') this.style.cssText = value
    else Element.prototype.setAttribute.call(this, name, value)
  }
}
