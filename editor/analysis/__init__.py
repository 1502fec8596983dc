"""What the map tells: findings and validity for people.

May import: model, networkx.
Never: changes a journey or knows how it looks.
"""
