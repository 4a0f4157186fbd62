// Guided ways through the shop. A tour is a list of steps; more tours are added to TOURS.
// A step: `who` (role; `named`: one of them), `text` (what happens), and what to try: `say` (words), `page` (part of a demo page's address),
// `reply: true` (answer the newest message of that chat that has buttons), `tap` (labels of buttons, or parts of them), or nothing (have a look).

export const TOURS = [
  {
    id: "main", title: "From a link to the door", about: "The main job, with Mia as the customer.",
    steps: [
      { who: "consumer", text: "Say hello; the bot says what it is for.", say: "hello" },
      { who: "consumer", text: "Send a recipe. The list of what it needs comes back in the same message.", page: "basil-risotto" },
      { who: "consumer", text: "More people are coming.", say: "make it for six" },
      { who: "consumer", text: "Leave something out, in words …", say: "no basil please" },
      { who: "consumer", text: "… put something in …", say: "add 500 ml cream" },
      { who: "consumer", text: "… or say what is at home already.", say: "I have salt, pepper, onions, garlic and lemons" },
      { who: "consumer", text: "Ask the sellers. Each gets only the lines it can sell, in its packs.", tap: ["Ask the sellers"] },
      { who: "seller", named: "Marini", text: "One seller answers with a single tap on the pre-filled offer.", tap: ["Offer as listed"] },
      { who: "seller", named: "Sommer", text: "Another answers in words, as a reply to the inquiry. It is read back and binds after a tap.",
        say: "rice 3.20, no butter, rest ok, tomorrow", reply: true, tap: ["Right"] },
      { who: "consumer", text: "The third stays silent. See how the message changed, then close the round.", tap: ["Show what there is now"] },
      { who: "consumer", text: "Ask why …", say: "why these shops?" },
      { who: "consumer", text: "… look at the other ways, and change what matters.", tap: ["Compare", "Soonest", "Cheapest"] },
      { who: "consumer", text: "Take it.", say: "ok, order it" },
      { who: "consumer", text: "Say where to. No seller ever gets to see this.", say: "Gartenweg 14, 99955 Lindenau, second floor" },
      { who: "consumer", text: "Choose how to pay, and place the order.", say: "I'll pay by card", tap: ["Place the order"] },
      { who: "consumer", text: "The card page opens over the chat. Its card is filled in already; no money moves.", tap: ["Pay €"] },
      { who: "seller", named: "Marini", text: "Each seller gets a pick list in the order of its shelves …", tap: ["All picked", "Packed"] },
      { who: "seller", named: "Sommer", text: "… ticks it off and marks it packed.", tap: ["All picked", "Packed"] },
      { who: "carrier", text: "The courier alone gets the address; picks up at each seller, then delivers.", tap: ["Picked up", "Picked up", "Delivered"] },
      { who: "consumer", text: "Ask at any time.", say: "where is my order?" },
      { who: "admin", text: "Look at all orders; /order with a code tells one order's history.", say: "/orders" },
      { who: "consumer", text: "Point at any message and press the ? beside it: what it was understood as, and why." },
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
