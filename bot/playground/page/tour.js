// Guided ways through the shop. A tour is a list of steps; more tours are added to TOURS.
// A step: `who` (role; `named`: one of them), `text` (what happens), and what to try: `say` (words), `page` (part of a demo page's address),
// `reply: true` (answer the newest message of that chat that has buttons), or nothing (a tap is meant).

export const TOURS = [
  {
    id: "main", title: "From a link to the door", about: "The main job, with Mia as the customer.",
    steps: [
      { who: "consumer", text: "Say hello; the bot says what it is for.", say: "hello" },
      { who: "consumer", text: "Send a recipe. The list of what it needs comes back in the same message.", page: "risotto" },
      { who: "consumer", text: "More people are coming.", say: "make it for six" },
      { who: "consumer", text: "Leave something out, in words …", say: "no basil please" },
      { who: "consumer", text: "… put something in …", say: "add 50 g pine nuts" },
      { who: "consumer", text: "… or untick what is at home already.", say: "I have salt and pepper" },
      { who: "consumer", text: "Ask the sellers. Each gets only the lines it can sell, in its packs.", say: "ask the sellers" },
      { who: "seller", text: "One seller answers with a single tap on the pre-filled offer. Tap it in any seller's chat." },
      { who: "seller", named: "Marini", text: "Another answers in words, as a reply to the inquiry. It is read back and binds after a tap.",
        say: "rice 3.20, no wine, rest ok, tomorrow", reply: true },
      { who: "consumer", text: "Watch the message change as answers come in, then close the round.", say: "show me the offers" },
      { who: "consumer", text: "Ask why, and for another way.", say: "why these shops?" },
      { who: "consumer", text: "Change what matters.", say: "as few shops as possible" },
      { who: "consumer", text: "Take it.", say: "ok, order it" },
      { who: "consumer", text: "Say where to. No seller ever gets to see this.", say: "Gartenweg 14, 99955 Lindenau, second floor" },
      { who: "consumer", text: "Pay by card: the card page opens over the chat. The number 4242 4242 4242 4242 is accepted.", say: "I'll pay by card" },
      { who: "seller", text: "Each seller gets a pick list in the order of its shelves: tick it off and mark it packed." },
      { who: "carrier", text: "The courier gets the address, picks up, and delivers." },
      { who: "consumer", text: "Ask at any time.", say: "where is my order?" },
      { who: "admin", text: "Look at all orders, then at one order's history.", say: "/orders" },
    ],
  },
  {
    id: "corners", title: "Odd corners", about: "Things that go wrong, each with a sentence and a next step.",
    steps: [
      { who: "consumer", text: "A dead link.", page: "odd.example/gone" },
      { who: "consumer", text: "A redirect to a private address is not followed.", page: "odd.example/private" },
      { who: "consumer", text: "Paste a recipe instead of a link.",
        say: "Pancakes for 4\n250 g flour\n500 ml milk\n3 eggs\n1 pinch of salt\n2 tbsp butter" },
      { who: "consumer", text: "Change your mind in the middle.", say: "never mind" },
      { who: "consumer", text: "Ask for something the shop does not do.", say: "what's the weather tomorrow?" },
      { who: "consumer", text: "Block the bot (the crossed circle above the chat) and unblock it again." },
    ],
  },
];
