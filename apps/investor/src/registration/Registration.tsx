export function Registration({ token }: { token: string }) {
  return <p>{token}</p>
}
