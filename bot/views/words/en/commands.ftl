# The command menu.
command-list = Your list
command-track = Where is my order?
command-search = Find a product
command-settings = How sellers are chosen
command-language = Change the language
command-privacy = Who sees what
command-help = How it works
command-cancel = Leave a question
command-work = What waits for me
command-orders = All orders
command-order = One order's history
command-talks = Who waits for a person
command-done = End a talk
command-sites = The sites that are asked for lists
