"""The desk: pages for one office, on its own machine. The only room that knows the web framework.

- It answers to this machine alone: who asks from elsewhere, or through another server, gets one clear sentence.
- It holds no rules: what a person does is a procedure, what a page shows comes from the register and `paper`.
- It keeps no database and no sessions. Every page works without JavaScript and loads nothing from elsewhere.

Source: design section 7; docs/decisions/0009-django-at-the-edge-only.md.
"""
