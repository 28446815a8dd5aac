export { MainStack as default } from '../../src/app/PlainStack.tsx'
