// Begins to decode the text face, which its style sheet has brought: browsers then wait for it with their first frame.
for (const style of ['', 'italic ']) document.fonts.load(`${style}1em "Lambda Serif"`);
