"""What a model may label: segments the grammar found go out, labels from closed lists come back."""
