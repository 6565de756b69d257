/* Scripts that are read to the room. Declared in blueprint.h. */
#include "config.h"
#include "exam/blueprint.h"

#include <string.h>

#include "core/i18n.h"

static bool parse_items(struct arena *a, const struct node *list, struct exam_script *out, struct diag_list *d)
{
	if (!list->count || list->count > EXAM_SCRIPT_ITEMS_MAX)
		return node_fault(d, list, _("write the exercises that ask about the text"), _("the script has %zu items instead of 1 to %d"), list->count,
				  EXAM_SCRIPT_ITEMS_MAX);
	bool sound = true;
	out->items = arena_array(a, list->count, sizeof(*out->items));
	for (const struct node *c = list->first; c; c = c->next) {
		const struct node *id = c->kind == NODE_MAP ? node_get(c, "id") : NULL;
		if (!id || id->kind != NODE_SCALAR)
			sound = node_fault(d, c, _("add 'id: …'"), _("%s has no '%s'"), _("an exercise"), "id");
		else
			out->items[out->item_count++] = c;
	}
	return sound;
}

bool script_parse(struct arena *a, const struct node *n, struct exam_script *out, struct diag_list *d)
{
	static const struct node_key keys[] = {
		{.name = "id", .required = true},
		{.name = "topic", .required = true},
		{.name = "title"},
		{.name = "say", .required = true},
		{.name = "items", .kind = NODE_LIST, .required = true},
		{.name = NULL},
	};
	if (!node_check_keys(n, _("a script"), keys, d))
		return false;
	const struct node *say = node_get(n, "say");
	*out = (struct exam_script){.id = node_text(n, "id"), .topic = node_text(n, "topic"), .title = node_text(n, "title"), .say = say->text, .node = n};
	bool sound = node_check_id(node_get(n, "topic"), d);
	if (strlen(say->text) > EXAM_SAY_MAX)
		sound = node_fault(d, say, _("make several scripts of it"), _("the text has %zu bytes; at most %d can be read to a room"), strlen(say->text),
				   EXAM_SAY_MAX);
	return parse_items(a, node_get(n, "items"), out, d) && sound;
}
