// Words and turns of phrase that we do not use, what to write instead, and why. `npm run prose` checks comments, Markdown and
// English texts against this list. Add a turn when a reviewer had to decode it, and correct every use in the same change.

export type Turn = { readonly turn: RegExp; readonly say: string; readonly why: string }

export const vocabulary: readonly Turn[] = [
  {
    turn: /\bmend(s|ed|ing)?\b/i,
    say: 'correct (data), fix (a fault) or repair (a file)',
    why: 'one mends clothes; the three words say what happens',
  },
  {
    turn: /\b(hears?|heard) of\b/i,
    say: 'receives, is notified of',
    why: 'programs have no ears: name the mechanism',
  },
  {
    turn: /\b(is|are|was|were|be|been) told\b(?! (from|apart))/i,
    say: 'is notified, is informed, receives',
    why: 'it hides whether a message, an event or an argument is meant',
  },
  {
    turn: /\bby (it|them)sel(f|ves)\b/i,
    say: 'automatically, alone, without help',
    why: 'it means two things: unaided, and without being asked',
  },
  {
    turn: /\bbegun\b/i,
    say: 'started',
    why: 'rare, and wrong as a name',
  },
  {
    turn: /\bnone of (ours|what)\b|\b(that|which) (is|are) none\b/i,
    say: 'is not one of ours, is not valid',
    why: 'the reader must look up what "none" refers to',
  },
  {
    turn: /\bfrom whom\b/i,
    say: 'name the person: the sender, the recipient',
    why: 'a noun is shorter than a relative clause',
  },
  {
    turn: /\breckon(s|ed|ing)?\b/i,
    say: 'calculate, compute',
    why: "the field's term",
  },
  {
    turn: /\b(the|public|only) (front )?door\b/i,
    say: 'the gateway, sign-in, the entry point',
    why: 'a metaphor that stood for three different things',
  },
  {
    turn: /\btake(s|n)? (it|them|people|somebody|users) out\b/i,
    say: 'remove, export',
    why: 'a literal translation with two meanings',
  },
  {
    turn: /\bcounts? once (they|it|a|an)\b/i,
    say: 'takes effect when',
    why: 'a literal translation',
  },
  {
    turn: /\bcom(e|es|ing) to nothing\b|\bcame to nothing\b/i,
    say: 'fails, is never used',
    why: 'an idiom that hides what happened',
  },
  {
    turn: /\bin vain\b/i,
    say: 'without success, timed out',
    why: 'it hides what was tried and for how long',
  },
  {
    turn: /(?<!\bthere |\bthat )\bis no (?!longer\b|more\b|less\b|other\b|guarantee\b|promise\b)\w+/i,
    say: 'is not a, has no',
    why: 'it reads as "there is no"',
  },
  {
    turn: /\bnobody (had|could have) expected\b/i,
    say: 'unexpected, uncaught',
    why: 'the usual word is shorter',
  },
]
