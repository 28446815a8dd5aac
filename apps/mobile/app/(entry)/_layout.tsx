export { PlainStack as default } from '../../src/app/PlainStack.tsx'
